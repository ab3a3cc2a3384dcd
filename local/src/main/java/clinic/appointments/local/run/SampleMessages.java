package clinic.appointments.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import clinic.appointments.local.stage.StageException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads the events folder: each JSON file, in the order of the names, is an array of entries ({@link SampleEntry}).
 */
final class SampleMessages {

    /** The time zone of their dates. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Placeholders dates;

    /**
     * @param zone time zone of the dates
     */
    SampleMessages(Instant now, ZoneId zone) {
        this.dates = new Placeholders(now, zone);
    }

    /**
     * All messages of a folder.
    *
    * @param stage name of the stage that receives them
    * @throws StageException when the folder does not exist, contains no file, or a file is invalid
     */
    List<SampleMessage> read(Path folder, String stage) {
        if (!Files.isDirectory(folder)) {
            throw new StageException("The events folder " + folder + " does not exist.");
        }
        List<SampleMessage> messages = new ArrayList<>();
        files(folder).forEach(file -> messages.addAll(messages(file, stage)));
        if (messages.isEmpty()) {
            throw new StageException("The folder " + folder + " contains no events.");
        }
        return messages;
    }

    /** The JSON of one file. */
    static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new StageException("%s is not JSON: line %d, column %d.".formatted(file,
                    e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
        } catch (IOException _) {
            throw new StageException("The file " + file + " cannot be read.");
        }
    }

    /** Replaces the placeholders for dates. */
    String fill(String text) {
        return dates.fill(text);
    }

    private List<SampleMessage> messages(Path file, String stage) {
        JsonNode entries = json(file);
        if (!entries.isArray()) {
            throw new StageException(file + " is not a JSON array of events.");
        }
        List<SampleMessage> messages = new ArrayList<>();
        for (JsonNode entry : entries) {
            messages.add(new SampleEntry(file, messages.size() + 1, entry).message(dates, stage));
        }
        return messages;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

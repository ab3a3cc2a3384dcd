package clinic.appointments.local.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.StageException;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * A stage in one file: a zip with the session, the template, and the logs, e-mails and X-Ray segments of the run. It
 * is read where it is, and nothing of it is unpacked.
 */
public final class SessionFile implements AutoCloseable {

    /** Name of the file in a run's folder. */
    public static final String NAME = "session.zip";

    /** Name of the file with what people have sent. */
    static final String EVENTS_NAME = "session.events.json";

    static final String EVENTS = "events/" + EVENTS_NAME;
    static final String LOGS = "logs";
    static final String MAIL = "mail";
    static final String TRACES = "traces.jsonl";
    static final String ASSEMBLY = "assembly";

    private static final String SESSION = "session.json";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY).build();

    private final FileSystem zip;
    private final Session session;

    private SessionFile(FileSystem zip, Session session) {
        this.zip = zip;
        this.session = session;
    }

    /** Saves a running stage in the folder of its run, and returns the file. */
    public static Path save(LocalStage stage, SentEvents sent) {
        Path run = stage.directory().path();
        Path file = run.resolve(NAME);
        Path draft = run.resolve(UUID.randomUUID() + ".zip");
        try {
            write(stage, sent, draft);
            return Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(LocalStage stage, SentEvents sent, Path file) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file, Map.of("create", "true"))) {
            Path root = zip.getPath("/");
            try (OutputStream out = Files.newOutputStream(root.resolve(SESSION))) {
                JSON.writeValue(out, Session.of(stage));
            }
            Path events = root.resolve(EVENTS);
            Files.createDirectories(events.getParent());
            Files.writeString(events, sent.json());
            copy(stage.logDirectory(), root.resolve(LOGS), ".log");
            copy(stage.directory().mail(), root.resolve(MAIL), ".eml");
            copy(stage.assembly(), root.resolve(ASSEMBLY), ".json");
            if (Files.exists(stage.directory().traces())) {
                Files.copy(stage.directory().traces(), root.resolve(TRACES));
            }
        }
    }

    private static void copy(Path from, Path to, String end) throws IOException {
        for (Path file : files(from, end)) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(end)).toList();
        }
    }

    /**
     * Opens a file.
     *
     * @throws StageException when it is not a session of this version
     */
    public static SessionFile open(Path file) {
        try {
            FileSystem zip = FileSystems.newFileSystem(file);
            return new SessionFile(zip, session(zip).orElseThrow(() -> unreadable(file)));
        } catch (IOException | ProviderNotFoundException _) {
            throw unreadable(file);
        }
    }

    private static Optional<Session> session(FileSystem zip) throws IOException {
        Path file = zip.getPath("/", SESSION);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(JSON.readValue(in, Session.class));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static StageException unreadable(Path file) {
        return new StageException(file + " is not a session that a local run of this version has saved.");
    }

    /** The story of an id as a text. */
    public String story(String id) {
        return StoryText.of(new StoryFinder(new SavedStage(this), RuleBook.read(Path.of("docs")), id).story());
    }

    Session session() {
        return session;
    }

    String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file or a folder in the file. */
    Path path(String name) {
        return zip.getPath("/", name);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

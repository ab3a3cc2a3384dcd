package clinic.appointments.local.run;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

import clinic.appointments.local.stage.LocalStage;

/**
 * A stage that stays up, as other programs on this machine find it: a file in its run directory, which counts as long
 * as the process that keeps the stage is alive.
 *
 * @param page address of its page
 * @param tables names of its tables with calendars and what they agree with
 * @param environment the variables with which an SDK calls the stage as its operator
 */
record KeptStage(long process, URI page, CalendarTables tables, Map<String, String> environment) {

    private static final String FILE = "kept.properties";
    private static final String PROCESS = "process";
    private static final String PAGE = "page";

    static KeptStage of(LocalStage stage, URI page) {
        return new KeptStage(ProcessHandle.current().pid(), page,
                CalendarTables.of(stage),
                new TreeMap<>(Map.of("AWS_ENDPOINT_URL", stage.gateway().address().toString(),
                        "AWS_REGION", stage.deployment().region(),
                        "AWS_ACCESS_KEY_ID", stage.gateway().keys().operator(),
                        // The gateway checks no signatures.
                        "AWS_SECRET_ACCESS_KEY", "none")));
    }

    /** The stage that was kept last and still runs. */
    static Optional<KeptStage> newest(Path runs) {
        try (Stream<Path> files = Files.isDirectory(runs) ? Files.list(runs) : Stream.empty()) {
            return files.map(run -> run.resolve(FILE)).filter(Files::exists)
                    .sorted(Comparator.comparingLong((Path file) -> file.toFile().lastModified()).reversed())
                    .map(KeptStage::read).filter(KeptStage::isRunning).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the file, which goes when this program ends. */
    void publish(Path run) {
        Path file = run.resolve(FILE);
        file.toFile().deleteOnExit();
        Properties properties = new Properties();
        properties.putAll(environment);
        properties.put(PROCESS, Long.toString(process));
        properties.put(PAGE, page.toString());
        properties.put(FsckSettings.APPOINTMENTS, tables.appointments());
        properties.put(FsckSettings.CALENDARS, tables.calendars());
        properties.put(FsckSettings.RESOURCES, tables.resources());
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeptStage read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> environment = new TreeMap<>();
        properties.stringPropertyNames().stream().filter(name -> name.startsWith("AWS_"))
                .forEach(name -> environment.put(name, properties.getProperty(name)));
        return new KeptStage(Long.parseLong(properties.getProperty(PROCESS)),
                URI.create(properties.getProperty(PAGE)),
                new CalendarTables(properties.getProperty(FsckSettings.APPOINTMENTS),
                        properties.getProperty(FsckSettings.CALENDARS),
                        properties.getProperty(FsckSettings.RESOURCES)),
                environment);
    }

    private boolean isRunning() {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    }
}

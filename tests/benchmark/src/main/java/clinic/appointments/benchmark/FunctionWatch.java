package clinic.appointments.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at the processes of functions from outside: the classes that each has loaded, from the log of its JVM, and the
 * processor time that it has used, from Linux.
 */
record FunctionWatch(Path logs) {

    /** Option of the JVMs to watch. Nothing is left out, however long the log gets. */
    String option() {
        return "-Xlog:class+load=info:file=" + logs.resolve("%p.classes") + "::filecount=0";
    }

    /** What a process has used until now. */
    record Reading(List<String> classes, Duration processor) {

        Effort since(Reading before) {
            return new Effort(classes.subList(before.classes.size(), classes.size()), classes.size(),
                    processor.minus(before.processor));
        }
    }

    /**
     * What a process has used between two readings.
     *
     * @param loaded how many classes it had loaded at the second, since its start
     */
    record Effort(List<String> classes, int loaded, Duration processor) {
    }

    /** By the simple name of the handler. */
    Map<String, Reading> read() {
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> file.toString().endsWith(".classes"))
                    .collect(Collectors.toMap(FunctionWatch::handler, FunctionWatch::read, (_, newer) -> newer,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The most memory that each process has had, in megabytes, by the simple name of the handler. */
    Map<String, Integer> peaks() {
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> file.toString().endsWith(".classes"))
                    .collect(Collectors.toMap(FunctionWatch::handler, FunctionWatch::peak, Math::max, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Linux counts in kilobytes ("The /proc Filesystem"). */
    private static int peak(Path log) {
        return text(Path.of("/proc", pid(log), "status")).lines().filter(line -> line.startsWith("VmHWM:"))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1_024).sum();
    }

    private static String pid(Path log) {
        return log.getFileName().toString().replace(".classes", "");
    }

    /** The last argument; each ends with a zero. */
    private static String handler(Path log) {
        String[] command = text(Path.of("/proc", pid(log), "cmdline")).split("\0", -1);
        String handler = command[command.length - 2];
        return handler.substring(handler.lastIndexOf('.') + 1);
    }

    private static Reading read(Path log) {
        List<String> classes = text(log).lines().map(line -> line.substring(line.lastIndexOf("] ") + 2)).toList();
        return new Reading(classes, processor(Path.of("/proc", pid(log), "task")));
    }

    /** The first number is the time on a processor, in nanoseconds (Linux: "Scheduler Statistics"). */
    private static Duration processor(Path tasks) {
        try (Stream<Path> threads = Files.list(tasks)) {
            return threads.map(thread -> text(thread.resolve("schedstat")).split(" ", 2)[0]).map(Long::valueOf)
                    .map(Duration::ofNanos).reduce(Duration.ZERO, Duration::plus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

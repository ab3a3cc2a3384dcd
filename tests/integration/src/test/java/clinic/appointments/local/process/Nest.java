package clinic.appointments.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A tree of processes: {@code build} starts {@code run}, as Maven starts the local run, which starts {@code leaf}, as
 * the local run starts an engine. Each writes its process id; none ends by itself.
 */
final class Nest {

    private Nest() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        switch (arguments[0]) {
            case "build" -> build(Path.of(arguments[1]));
            case "run" -> run(Path.of(arguments[1]));
            case String _ -> tellAndStay();
        }
    }

    static List<String> command(String part, Path folder) {
        return List.of(ChildProcess.java(), "-XX:TieredStopAtLevel=1", "-cp", classes(), Nest.class.getName(), part,
                folder.toString());
    }

    private static void build(Path folder) throws IOException, InterruptedException {
        new ProcessBuilder(command("run", folder)).inheritIO().start();
        tellAndStay();
    }

    private static void run(Path folder) throws InterruptedException {
        ParentWatch.begin();
        ChildProcess leaf = ChildProcess.start(command("leaf", folder), Map.of(), folder, folder.resolve("leaf.log"));
        System.out.println(leaf.pid());
        tellAndStay();
    }

    private static void tellAndStay() throws InterruptedException {
        System.out.println(ProcessHandle.current().pid());
        Thread.currentThread().join();
    }

    private static String classes() {
        return Stream.of("local/target/classes", "tests/integration/target/test-classes")
                .map(classes -> Path.of(classes).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}

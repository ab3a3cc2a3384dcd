package clinic.appointments.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.local.stage.LocalStage;

/**
 * The libraries of the bundle, with the functions that load classes from them.
 *
 * @param folder contains the libraries
 * @param functions ids of the functions by the file name of each library; empty if none loads it
 */
record LoadedLibraries(Path folder, Map<String, Set<String>> functions) {

    private static final Path PUBLISHED = Path.of("functions/target/libraries");

    /** The functions of a stage, with the classes that their processes have loaded so far. */
    static LoadedLibraries of(LocalStage stage) {
        Map<String, Set<String>> classes = new TreeMap<>();
        ProcessHandle.current().descendants().filter(process -> isOf(stage, process)).forEach(process -> classes
                .computeIfAbsent(functionOf(process), _ -> new TreeSet<>()).addAll(classesOf(process)));
        return of(stage.deployment().functions().getFirst().code().resolve("lib"), classes);
    }

    /**
     * @param classes loaded classes by the id of a function
     */
    static LoadedLibraries of(Path folder, Map<String, Set<String>> classes) {
        Map<String, Set<String>> functions = new TreeMap<>();
        libraries(folder).forEach(library -> {
            Set<String> contained = classesIn(library);
            functions.put(library.getFileName().toString(),
                    classes.entrySet().stream().filter(each -> each.getValue().stream().anyMatch(contained::contains))
                            .map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new)));
        });
        return new LoadedLibraries(folder, functions);
    }

    /** Names, without versions, of the libraries that no function loads. */
    Set<String> unused() {
        return functions.entrySet().stream().filter(each -> each.getValue().isEmpty())
                .map(each -> each.getKey().replaceFirst("-[0-9.]+\\.jar$", "")).collect(Collectors.toSet());
    }

    /** Every function that was looked at. */
    Set<String> all() {
        return functions.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Size of a library as it was published. */
    long bytes(String library) {
        try {
            return Files.size(PUBLISHED.resolve(library));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOf(LocalStage stage, ProcessHandle process) {
        return Arrays.stream(process.info().arguments().orElse(new String[0]))
                .anyMatch(argument -> argument.contains(stage.logDirectory().toString()))
                && functionOf(process).matches("[A-Z]\\w+Processor");
    }

    /** The last argument is the handler. */
    private static String functionOf(ProcessHandle process) {
        String handler = process.info().arguments().orElseThrow()[process.info().arguments().orElseThrow().length - 1];
        return handler.substring(handler.lastIndexOf('.') + 1);
    }

    private static Set<String> classesOf(ProcessHandle process) {
        try {
            Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    Long.toString(process.pid()), "VM.class_hierarchy").start();
            return jcmd.inputReader().lines().map(line -> line.replaceFirst("^[|\\- ]*", "").replaceFirst("/.*", ""))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> libraries(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> classesIn(Path library) {
        try (JarFile jar = new JarFile(library.toFile())) {
            return jar.stream().map(entry -> entry.getName().replaceFirst("^META-INF/versions/\\d+/", ""))
                    .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

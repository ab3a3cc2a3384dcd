package clinic.appointments.local.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Lambda's own runtime interface client. By default every process unpacks the native library to the same file in
 * {@code /tmp}, and a process that starts while another one writes dies of a bus error; therefore the library is
 * unpacked once, and each process gets its path.
 *
 * @param jars folder with the client's jars
 * @param library its native library, unpacked
 */
record NativeClient(Path jars, Path library) implements RuntimeClient {

    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.";
    private static final String MAIN = CLIENT + "AWSLambda";
    private static final String PROPERTY = CLIENT + "runtimeapi.NativeClient.JNI";
    private static final String JAR = "aws-lambda-java-runtime-interface-client-*.jar";

    /** Unpacks the library for this machine: it exists for Linux on x86-64 and ARM64. */
    static NativeClient unpack(Path jars, Path directory) {
        String name = "jni/libaws-lambda-jni.%s-%s.so".formatted(libc(), architecture());
        Path target = directory.resolve("libaws-lambda-jni.so");
        try (URLClassLoader jar = new URLClassLoader(new URL[]{jar(jars)}, null);
                InputStream library = jar.getResourceAsStream(name)) {
            if (library == null) {
                throw new InitException("The Lambda runtime interface client has no " + name + ".");
            }
            Files.copy(library, target);
            return new NativeClient(jars, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> options() {
        return List.of("-D" + PROPERTY + "=" + library, "--enable-native-access=ALL-UNNAMED");
    }

    @Override
    public List<Path> code() {
        return List.of(jars);
    }

    @Override
    public String mainClass() {
        return MAIN;
    }

    /** Deletes the library. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(library);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL jar(Path runtime) throws IOException {
        if (!Files.isDirectory(runtime)) {
            throw new InitException("The Lambda runtime interface client is missing: build module local/runtime.");
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(runtime, JAR)) {
            URI jar = jars.iterator().next().toUri();
            return jar.toURL();
        }
    }

    private static String libc() {
        boolean musl = List.of("x86_64", "aarch64").stream()
                .anyMatch(machine -> Files.exists(Path.of("/lib/ld-musl-" + machine + ".so.1")));
        return musl ? "linux_musl" : "linux";
    }

    private static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    }
}

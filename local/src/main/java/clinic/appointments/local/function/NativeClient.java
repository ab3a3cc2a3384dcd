package clinic.appointments.local.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The native library of the runtime interface client. Left alone, every process unpacks it to one and the same file of
 * {@code /tmp}, and one that starts while another writes dies of a bus error; so it is unpacked once and named to each.
 */
public final class NativeClient {

    private static final String PROPERTY = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
    private static final String JAR = "aws-lambda-java-runtime-interface-client-*.jar";

    private NativeClient() {
    }

    /**
     * Unpacks the library for this machine.
     *
     * @param runtime
     *            folder with the client's jar
     * @param directory
     *            folder that takes the library
     * @throws InitException
     *             when there is none for this machine: it exists for Linux on x86-64 and ARM64
     */
    public static Path unpack(Path runtime, Path directory) {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new InitException("Functions run through Lambda's own runtime interface client, which needs Linux.");
        }
        String name = "jni/libaws-lambda-jni.%s-%s.so".formatted(libc(), architecture());
        Path target = directory.resolve("libaws-lambda-jni.so");
        try (URLClassLoader jar = new URLClassLoader(new URL[]{jar(runtime)}, null);
                InputStream library = jar.getResourceAsStream(name)) {
            if (library == null) {
                throw new InitException("The Lambda runtime interface client has no " + name + ".");
            }
            Files.copy(library, target);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The option of a process that is to use it. */
    static String option(Path library) {
        return "-D" + PROPERTY + "=" + library;
    }

    private static URL jar(Path runtime) throws IOException {
        if (!Files.isDirectory(runtime)) {
            throw new InitException("The Lambda runtime interface client is missing: build module local/runtime.");
        }
        try (var jars = Files.newDirectoryStream(runtime, JAR)) {
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

package clinic.appointments.local.functionclock;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Shares the offset of the local clock with the functions, through a file that all of them map into memory. */
public final class ClockFile {

    private static final List<Class<?>> INSIDE_FUNCTIONS = List.of(ClockAgent.class, ClockCalls.class,
            FunctionClock.class);

    private final Path file;
    private final Path agent;
    private final MappedByteBuffer millisAhead;

    private ClockFile(Path file, Path agent, MappedByteBuffer millisAhead) {
        this.file = file;
        this.agent = agent;
        this.millisAhead = millisAhead;
    }

    /** Creates the file with offset zero, and the agent's jar next to it. */
    public static ClockFile create(Path folder) {
        Path file = folder.resolve("clock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            MappedByteBuffer buffer = channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
            return new ClockFile(file, writeAgent(folder.resolve("clock-agent.jar")), buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes the offset for all functions. */
    public void write(Duration ahead) {
        millisAhead.putLong(0, ahead.toMillis());
    }

    /** Option of the JVM that makes a function follow the file. */
    public String option() {
        return "-javaagent:" + agent + "=" + file;
    }

    private static Path writeAgent(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), ClockAgent.class.getName());
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            for (Class<?> inside : INSIDE_FUNCTIONS) {
                add(inside, entries);
            }
        }
        return jar;
    }

    private static void add(Class<?> type, JarOutputStream entries) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        entries.putNextEntry(new JarEntry(name));
        try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
            bytes.transferTo(entries);
        }
        entries.closeEntry();
    }
}

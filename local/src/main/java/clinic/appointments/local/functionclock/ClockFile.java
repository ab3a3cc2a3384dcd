package clinic.appointments.local.functionclock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Shares the offset of the local clock with the functions, through a file that all of them map into memory. */
public final class ClockFile {

    private final Path file;
    private final MappedByteBuffer millisAhead;

    private ClockFile(Path file, MappedByteBuffer millisAhead) {
        this.file = file;
        this.millisAhead = millisAhead;
    }

    /** Creates the file with offset zero. */
    public static ClockFile create(Path folder) {
        Path file = folder.resolve("clock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            return new ClockFile(file, channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES));
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
        return "-D" + FunctionClock.FILE_PROPERTY + "=" + file;
    }
}

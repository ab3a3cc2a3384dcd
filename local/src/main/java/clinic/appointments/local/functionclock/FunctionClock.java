package clinic.appointments.local.functionclock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock inside a function's process: real time plus the offset of the local clock. */
public final class FunctionClock extends Clock {

    static final String FILE_PROPERTY = "local.clock";

    private static final ByteBuffer MILLIS_AHEAD = map(Path.of(System.getProperty(FILE_PROPERTY)));

    private final ZoneId zone;

    private FunctionClock(ZoneId zone) {
        this.zone = zone;
    }

    private static ByteBuffer map(Path clockFile) {
        try (FileChannel channel = FileChannel.open(clockFile, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, Long.BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces {@link Clock#systemUTC()}. */
    public static Clock systemUTC() {
        return new FunctionClock(ZoneOffset.UTC);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plusMillis(MILLIS_AHEAD.getLong(0));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new FunctionClock(other);
    }
}

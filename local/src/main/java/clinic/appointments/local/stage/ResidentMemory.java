package clinic.appointments.local.stage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** Resident memory of processes, as the operating system reports it. */
final class ResidentMemory {

    private static final long KILOBYTE = 1024;

    private ResidentMemory() {
    }

    /** Bytes of all these processes together; an ended process counts as zero. */
    static long bytes(LongStream pids) {
        return pids.map(ResidentMemory::kilobytes).sum() * KILOBYTE;
    }

    private static long kilobytes(long pid) {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        try {
            return Files.isReadable(status) ? fromStatus(status) : fromPs(pid);
        } catch (IOException | NumberFormatException _) {
            return 0;
        }
    }

    private static long fromStatus(Path status) throws IOException {
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
    }

    private static long fromPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
        try (InputStream output = ps.getInputStream()) {
            return Long.parseLong(new String(output.readAllBytes(), StandardCharsets.US_ASCII).strip());
        }
    }
}

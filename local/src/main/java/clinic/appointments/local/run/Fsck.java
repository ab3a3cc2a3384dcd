package clinic.appointments.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

import clinic.appointments.local.stage.StageException;

/**
 * The check of calendars, {@code mvn -q -Pfsck}: runs the bundle's own {@code RepairCalendars} on a kept local stage,
 * or on tables in AWS. Exits with status 0 if they agree with appointments and blocks, otherwise with 1 and one
 * sentence.
 */
public final class Fsck {

    private static final Path RUNS = Path.of("local/target/run");

    private final FsckSettings settings;

    private Fsck(FsckSettings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(LastWord.ofThisProgram().say(complaint()));
    }

    private static Optional<String> complaint() throws InterruptedException {
        try {
            return new Fsck(FsckSettings.of(System.getProperties(), LocalDate.now(ZoneOffset.UTC))).run();
        } catch (StageException refused) {
            return Optional.of(Objects.requireNonNull(refused.getMessage()));
        }
    }

    /** The problem in one sentence; empty if there is none. */
    private Optional<String> run() throws InterruptedException {
        try {
            Process repair = repair().redirectOutput(ProcessBuilder.Redirect.INHERIT).start();
            String errors = new String(repair.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return switch (repair.waitFor()) {
                case 0 -> Optional.empty();
                case 1 ->
                    Optional.of("Calendars differ from appointments or blocks: -Dmend writes the calendars anew.");
                default -> Optional.of(errors);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder repair() {
        return settings.tables().map(tables -> program(tables).inAws()).orElseGet(() -> {
            KeptStage stage = KeptStage.newest(RUNS)
                    .orElseThrow(() -> new StageException("No local stage is kept: start one with mvn -ntp -Plocal "
                            + "-Dkeep, or name tables in AWS with -Dappointments, -Dcalendars and -Dresources."));
            return program(stage.tables()).onStage(stage.environment());
        });
    }

    private CalendarProgram program(CalendarTables tables) {
        return new CalendarProgram(tables, settings.from(), settings.mend());
    }
}

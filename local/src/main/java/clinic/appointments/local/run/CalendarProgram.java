package clinic.appointments.local.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import clinic.appointments.local.process.ChildProcess;

/**
 * The bundle's own program that compares calendars with appointments, {@code RepairCalendars}, as a process of its own.
 * It exits with 0 if they agree and with 1 if they differ.
 *
 * @param from first UTC date to compare
 * @param mend write the days that differ
 */
record CalendarProgram(CalendarTables tables, LocalDate from, boolean mend) {

    private static final String BUNDLE = "functions/target/bundle";
    private static final String NAME = "clinic.appointments.wiring.RepairCalendars";

    /** The process with region and credentials of the environment. */
    ProcessBuilder inAws() {
        List<String> command = new ArrayList<>(List.of(ChildProcess.java(), "-XX:TieredStopAtLevel=1", "-cp",
                String.join(System.getProperty("path.separator"), BUNDLE, BUNDLE + "/lib/*"), NAME,
                tables.appointments(), tables.calendars(), tables.resources(), from.toString()));
        if (mend) {
            command.add("mend");
        }
        return new ProcessBuilder(command);
    }

    /** The process with these variables in place of those with which an SDK calls AWS. */
    ProcessBuilder onStage(Map<String, String> environment) {
        ProcessBuilder program = inAws();
        program.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        program.environment().putAll(environment);
        return program;
    }
}

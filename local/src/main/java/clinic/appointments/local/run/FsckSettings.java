package clinic.appointments.local.run;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import clinic.appointments.local.stage.StageException;

/**
 * The options of the check of calendars, from system properties of the same names.
 *
 * @param tables tables in the account and region of the environment; empty for those of a kept stage
 * @param from first UTC date to compare
 * @param mend write the days that differ
 */
record FsckSettings(Optional<CalendarTables> tables, LocalDate from, boolean mend) {

    static final String APPOINTMENTS = "appointments";
    static final String CALENDARS = "calendars";
    static final String RESOURCES = "resources";
    private static final List<String> TABLES = List.of(APPOINTMENTS, CALENDARS, RESOURCES);

    /**
     * Reads the properties; an empty value counts as absent.
     *
     * @param today the default of the first date
     * @throws StageException when a value is invalid
     */
    static FsckSettings of(Properties properties, LocalDate today) {
        return new FsckSettings(tables(properties), from(properties, today), mend(properties));
    }

    private static Optional<CalendarTables> tables(Properties properties) {
        List<String> names = TABLES.stream().map(name -> RunSettings.text(properties, name)).flatMap(Optional::stream)
                .toList();
        if (names.size() % TABLES.size() != 0) {
            throw new StageException(
                    "-Dappointments=<table>, -Dcalendars=<table> and -Dresources=<table> must be given "
                            + "together.");
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new CalendarTables(names.get(0), names.get(1), names.get(2)));
    }

    private static LocalDate from(Properties properties, LocalDate today) {
        String from = RunSettings.text(properties, "from").orElse(today.toString());
        try {
            return LocalDate.parse(from);
        } catch (DateTimeException _) {
            throw new StageException("-Dfrom=" + from + " is not a date such as 2026-03-29.");
        }
    }

    private static boolean mend(Properties properties) {
        return RunSettings.oneOf("-Dmend", RunSettings.text(properties, "mend").orElse("false"),
                List.of("true", "false")).equals("true");
    }
}

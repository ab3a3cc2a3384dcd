package clinic.appointments.wiring;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

import clinic.appointments.aws.CalendarRepair;
import clinic.appointments.model.CalendarId;

/**
 * The program that compares restored calendars with their appointments, and mends them on request. An operator starts
 * it from the bundle, with credentials of their own; no function does. It exits with 1 when something differs.
 */
public final class RepairCalendars {

    private static final String MEND = "mend";
    private static final int WRONG_USE = 2;

    private RepairCalendars() {
    }

    /**
     * Compares, or mends.
     *
     * @param arguments names of the tables with the appointments and the calendars, the first UTC date to compare, and
     *     {@code mend} to write
     */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        if (arguments.size() < 3 || arguments.size() > 4 || !arguments.subList(3, arguments.size()).stream()
                .allMatch(MEND::equals)) {
            return refuse("Usage: RepairCalendars APPOINTMENTS_TABLE CALENDARS_TABLE FIRST_DATE [mend]");
        }
        try {
            return repair(CalendarRepair.of(arguments.get(0), arguments.get(1)), LocalDate.parse(arguments.get(2)),
                    arguments.size() > 3);
        } catch (DateTimeException noDate) {
            return refuse("FIRST_DATE must be a date such as 2026-03-29.");
        }
    }

    private static int repair(CalendarRepair repair, LocalDate from, boolean mend) {
        if (mend) {
            repair.mend(from, day -> System.out.println("mended " + day));
        }
        List<CalendarId> different = repair.differences(from);
        different.forEach(day -> System.out.println("different " + day));
        System.out.println(different.size() + " calendar days differ from the appointments.");
        return different.isEmpty() ? 0 : 1;
    }

    private static int refuse(String sentence) {
        System.err.println(sentence);
        return WRONG_USE;
    }
}

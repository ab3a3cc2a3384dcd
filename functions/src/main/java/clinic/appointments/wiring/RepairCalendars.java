package clinic.appointments.wiring;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import clinic.appointments.aws.CalendarRepair;
import clinic.appointments.aws.CalendarRepair.Tables;
import clinic.appointments.model.CalendarDay.Blocked;
import clinic.appointments.model.CalendarDay.Busy;
import clinic.appointments.model.CalendarDifference;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The program that compares restored calendars with their appointments and blocks, and mends them on request. An
 * operator starts it from the bundle, with credentials of their own; no function does. It exits with 1 if something
 * differs, and with 2 and one sentence if it could not compare.
 */
public final class RepairCalendars {

    private static final String MEND = "mend";
    private static final int FAILED = 2;

    private RepairCalendars() {
    }

    /**
     * Compares, or mends.
     *
     * @param arguments names of the tables with the appointments, the calendars and the resources, the first UTC date
     *     to compare, and {@code mend} to write
     */
    public static void main(String[] arguments) {
        // Nothing here is traced; X-Ray's SDK would complain about each call.
        System.setProperty("com.amazonaws.xray.strategy.contextMissingStrategy", "IGNORE_ERROR");
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        if (arguments.size() < 4 || arguments.size() > 5 || !arguments.subList(4, arguments.size()).stream()
                .allMatch(MEND::equals)) {
            return refuse(
                    "Usage: RepairCalendars APPOINTMENTS_TABLE CALENDARS_TABLE RESOURCES_TABLE FIRST_DATE [mend]");
        }
        try {
            Tables tables = new Tables(arguments.get(0), arguments.get(1), arguments.get(2));
            return repair(CalendarRepair.of(tables), LocalDate.parse(arguments.get(3)), arguments.size() > 4);
        } catch (DateTimeException noDate) {
            return refuse("FIRST_DATE must be a date such as 2026-03-29.");
        } catch (ConditionalCheckFailedException written) {
            return refuse("A calendar day was written during the repair: stop the writers first, then repeat it.");
        } catch (AwsServiceException refused) {
            return refuse("DynamoDB refuses: " + refused.awsErrorDetails().errorMessage());
        } catch (SdkException failed) {
            return refuse("DynamoDB cannot be called: " + shortened(Objects.toString(failed.getMessage())));
        }
    }

    private static int repair(CalendarRepair repair, LocalDate from, boolean mend) {
        if (mend) {
            repair.mend(from, difference -> System.out.println("mended " + difference.day()));
        }
        List<CalendarDifference> differences = repair.differences(from);
        differences.forEach(RepairCalendars::print);
        System.out.println("missing claims: " + count(differences, CalendarDifference::missing));
        System.out.println("claims of no appointment: " + count(differences, CalendarDifference::unowned));
        System.out.println("missing entries of blocks: " + count(differences, CalendarDifference::missingBlocks));
        System.out.println("entries of no active block: " + count(differences, CalendarDifference::unownedBlocks));
        System.out.println("calendar days that differ: " + differences.size());
        return differences.isEmpty() ? 0 : 1;
    }

    private static void print(CalendarDifference difference) {
        System.out.printf(
                "different %s: missing %s, of no appointment %s; of blocks missing %s, of no active block %s%n",
                difference.day(), appointments(difference.missing()), appointments(difference.unowned()),
                blocks(difference.missingBlocks()), blocks(difference.unownedBlocks()));
    }

    private static List<String> blocks(List<Blocked> entries) {
        return entries.stream().map(entry -> entry.blockId().value()).toList();
    }

    private static List<String> appointments(List<Busy> claims) {
        return claims.stream().map(claim -> claim.appointmentId().value()).toList();
    }

    private static int count(List<CalendarDifference> differences, Function<CalendarDifference, List<?>> entries) {
        return differences.stream().map(entries).mapToInt(List::size).sum();
    }

    /** Without the list of everything that the SDK has tried. */
    private static String shortened(String message) {
        return message.replaceAll("(?s) from any of the providers in the chain.*", ".");
    }

    private static int refuse(String sentence) {
        System.err.println(sentence);
        return FAILED;
    }
}

package clinic.appointments.local.page;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import clinic.appointments.local.call.AwsCallException;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.StageException;

/**
 * The commands to control a running stage, each a POST: to invoke a function, send a message, run the clock, change
 * single messages, and plant trouble.
 */
final class Commands {

    private static final PageAnswer KNOWN = PageAnswer.text(404, """
            POST /invoke/<FunctionId>
            POST /send/<QueueId>
            POST /clock/advance?by=PT1H
            POST /clock/next
            POST /clock/idle
            POST /clock/recurring/<ScheduleId>
            POST /queues/<dead-letter QueueId>/redrive
            POST /queues/<dead-letter QueueId>/redrive/<MessageId>
            POST /queues/<QueueId>/copy/<MessageId>
            POST /queues/<QueueId>/redeliver/<MessageId>
            POST /queues/<QueueId>/delay/<MessageId>?by=PT15M
            POST /queues/<QueueId>/bury/<MessageId>
            POST /day/book with patient, resources, date, start, end, zone
            POST /day/move with id, date, start, end, zone
            POST /day/cancel/<Id>
            POST /trouble/plant with effect, moment, call, function, resource, nth, times
            POST /trouble/lift/<number>
            POST /trouble/lift
            POST /trouble/check""");

    private final LocalStage stage;
    private final TroubleCommands troubles;
    private final DayRequests requests;

    Commands(LocalStage stage, Troubles troubles, DayRequests requests) {
        this.stage = stage;
        this.requests = requests;
        this.troubles = new TroubleCommands(stage, troubles);
    }

    /** The answer to a command that there is not: those that there are. */
    static PageAnswer known() {
        return KNOWN;
    }

    /** @param body of the request, with its dates filled in */
    PageAnswer carryOut(Visit visit, String body) throws InterruptedException {
        try {
            return switch (visit.part(0)) {
                case "invoke" -> PageAnswer.text(200, Invocations.describe(stage.invoke(visit.part(1), body)));
                case "send" -> PageAnswer.text(200, stage.send(visit.part(1), body, Map.of()));
                case "clock" -> new ClockCommands(stage).carryOut(visit);
                case "queues" -> new QueueCommands(stage).carryOut(visit);
                case "day" -> day(visit.with(body));
                case "trouble" -> troubles.carryOut(visit.with(body));
                case String _ -> KNOWN;
            };
        } catch (StageException e) {
            return PageAnswer.text(404, Objects.requireNonNull(e.getMessage()));
        } catch (AwsCallException e) {
            return PageAnswer.text(409, Objects.requireNonNull(e.getMessage()));
        } catch (RefusedCommandException e) {
            return PageAnswer.text(400, Objects.requireNonNull(e.getMessage()));
        }
    }

    private PageAnswer day(Visit visit) throws InterruptedException {
        return switch (visit.part(1)) {
            case "book", "move" -> requests.send(visit.part(1), visit);
            case "cancel" -> requests.send("cancel", visit.with("id=" + Visit.encode(visit.part(2))));
            case String _ -> KNOWN;
        };
    }

    /** The length of time in a parameter. */
    static Duration length(String by) {
        try {
            return Duration.parse(by);
        } catch (DateTimeException _) {
            throw new RefusedCommandException("by is an ISO-8601 duration such as PT1H");
        }
    }
}

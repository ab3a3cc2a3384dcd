package clinic.appointments.local.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.local.stage.LocalStage;

/** The commands to run the clock; each answers with the time that it shows then. */
record ClockCommands(LocalStage stage) {

    PageAnswer carryOut(Visit visit) throws InterruptedException {
        return switch (visit.part(1)) {
            case "next" -> runToNext();
            case "idle" -> runUntilIdle();
            case "recurring" -> runToRecurring(visit.part(2));
            case String _ -> advance(visit.parameter("by"));
        };
    }

    /** Runs the clock to the next event and lets everything happen that follows at once. */
    private PageAnswer runToNext() throws InterruptedException {
        Optional<Instant> next = stage.nextDue();
        if (next.isEmpty()) {
            return PageAnswer.text(200, "nothing is due");
        }
        runTo(next.get());
        return now();
    }

    /** Runs the clock to each retry and delay, until no message waits. */
    private PageAnswer runUntilIdle() throws InterruptedException {
        stage.awaitIdle();
        return now();
    }

    /** Runs the clock to the time of a recurring schedule and fires what is due then. */
    private PageAnswer runToRecurring(String id) throws InterruptedException {
        runTo(stage.recurring().entrySet().stream().filter(each -> each.getKey().id().equals(id))
                .map(Map.Entry::getValue).findFirst()
                .orElseThrow(() -> new RefusedCommandException("There is no recurring schedule " + id + ".")));
        stage.fireRecurring();
        return now();
    }

    private PageAnswer advance(String by) throws InterruptedException {
        Duration length = Commands.length(by);
        if (length.isNegative()) {
            return PageAnswer.text(400, "the clock runs ahead only");
        }
        stage.runAhead(length);
        stage.fireRecurring();
        return now();
    }

    private void runTo(Instant due) throws InterruptedException {
        Duration missing = Duration.between(stage.clock().instant(), due);
        stage.runAhead(missing.isNegative() ? Duration.ZERO : missing);
    }

    private PageAnswer now() {
        return PageAnswer.text(200, stage.clock().instant().toString());
    }
}

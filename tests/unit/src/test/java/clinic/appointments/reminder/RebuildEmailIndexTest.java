package clinic.appointments.reminder;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.RecordingReminders;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.PatientId;
import clinic.appointments.port.Deadline;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RebuildEmailIndexTest {

    private static final Deadline LONG = () -> Duration.ofSeconds(30);

    private final List<Optional<PatientId>> requester = new ArrayList<>();
    private final Deque<PatientId> ends = new ArrayDeque<>(
            List.of(new PatientId("a"), new PatientId("b"), new PatientId("c")));
    private final RecordingReminders messages = new RecordingReminders();
    private final RebuildEmailIndex rebuild = new RebuildEmailIndex(after -> {
        requester.add(after);
        return Optional.ofNullable(ends.poll());
    }, messages);

    @Test
    void goesThroughAllPages() {
        assertThat(rebuild.handle(beginning(), LONG)).isEqualTo(new Disposition.Accepted(Effect.REBUILT));

        assertThat(requester).containsExactly(Optional.empty(), after("a"), after("b"), after("c"));
        assertThat(messages.sent).isEmpty();
    }

    @Test
    void leavesWhatItHasNoTimeForToAMessageOfItsOwn() {
        AtomicInteger left = new AtomicInteger(30_000);
        Deadline running = () -> Duration.ofMillis(left.getAndAdd(-2_500));

        assertThat(rebuild.handle(beginning(), running)).isEqualTo(new Disposition.Accepted(Effect.CONTINUED));
        assertThat(messages.sent)
                .containsExactly(new ReminderMessage.RebuildEmailIndex(Optional.of(last()), Given.correlation()));
    }

    @Test
    void goesOnWhereAMessageSays() {
        ends.clear();
        rebuild.handle(new ReminderMessage.RebuildEmailIndex(after("x"), Given.correlation()), LONG);

        assertThat(requester).containsExactly(after("x"));
    }

    @Test
    void doesOnePageHoweverLittleTimeThereIs() {
        assertThat(rebuild.handle(beginning(), () -> Duration.ofSeconds(6)))
                .isEqualTo(new Disposition.Accepted(Effect.CONTINUED));

        assertThat(requester).containsExactly(Optional.empty());
    }

    private PatientId last() {
        return List.of(new PatientId("a"), new PatientId("b"), new PatientId("c")).get(requester.size() - 1);
    }

    private static ReminderMessage.RebuildEmailIndex beginning() {
        return new ReminderMessage.RebuildEmailIndex(Optional.empty(), Given.correlation());
    }

    private static Optional<PatientId> after(String id) {
        return Optional.of(new PatientId(id));
    }
}

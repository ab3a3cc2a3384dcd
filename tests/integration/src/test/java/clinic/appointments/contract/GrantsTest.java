package clinic.appointments.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.gateway.UsedPermission;
import clinic.appointments.local.stage.LocalStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Every permission that a template grants is made use of, but for those that only AWS itself can show to be needed. */
@ExtendWith(StageExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class GrantsTest {

    /** Pattern of a grant that the flow cannot use here → why it is granted all the same. */
    private static final Map<String, String> NOT_SEEN_HERE = Map.of(
            "\\S+ xray:\\S+ \\*", "Lambda's X-Ray daemon uses it; here segments arrive over UDP",
            "\\S+ logs:\\S+ log-group:\\S+", "Lambda writes the log",
            "\\S+ kms:(DescribeKey|GenerateDataKeyWithoutPlaintext|ReEncryptFrom|ReEncryptTo) key/DataKey",
            "DynamoDB needs it on behalf of its caller (KMS: How Amazon DynamoDB uses AWS KMS)",
            "\\S+ sqs:GetQueueAttributes \\S+", "Lambda's poller needs it (Lambda: Using Lambda with Amazon SQS)",
            "AppointmentReminderProcessorRole sqs:SendMessage Appointment(Confirmation|Reminder)Queue",
            "Sent again when a message was lost, and nothing here loses one",
            "(MailEvent|Management)ProcessorRole sqs:ChangeMessageVisibility (MailEvent|Management)Queue",
            "Puts back what a batch has no time for, and nothing here takes that long",
            "ReminderSchedulesRole sqs:SendMessage ReminderScheduleDLQ", "Scheduler sends what it could not deliver");

    private final List<Grant> grants;
    private final Set<UsedPermission> used;

    GrantsTest(LocalStage stage) throws InterruptedException {
        SampleFlow.through(stage);
        grants = Grant.of(stage.deployment());
        used = stage.gateway().calls().permissionsUsed();
    }

    @Test
    void grantsNothingThatTheFlowDoesWithout() {
        assertThat(unused(grants.stream()).filter(grant -> reasons(grant).findAny().isEmpty()).map(Grant::toString)
                .sorted()).isEmpty();
    }

    @Test
    void excusesNoGrantThatIsUsedOrGone() {
        assertThat(unused(grants.stream()).flatMap(this::reasons)).containsAll(NOT_SEEN_HERE.keySet());
    }

    @Test
    void findsAGrantThatNothingNeeds() {
        Grant some = grants.getFirst();
        Grant needless = new Grant(some.role(), "dynamodb:DeleteTable", "*");
        assertThat(unused(Stream.of(needless))).containsExactly(needless);
    }

    private Stream<Grant> unused(Stream<Grant> granted) {
        return granted.filter(grant -> used.stream().noneMatch(grant::allowed));
    }

    private Stream<String> reasons(Grant unused) {
        return NOT_SEEN_HERE.keySet().stream().filter(unused.toString()::matches);
    }
}

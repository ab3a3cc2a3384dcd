package clinic.appointments.flow;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.local.gateway.RecordedCall;
import clinic.appointments.local.stage.LocalStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The secret is asked for once in the life of a process: no message costs a call to KMS. */
@ExtendWith(StageExtension.class)
class SecretOfFingerprintsTest {

    private static final int MESSAGES = 12;

    private final LocalStage stage;
    private final Service service;

    SecretOfFingerprintsTest(LocalStage stage) {
        this.stage = stage;
        this.service = new Service(stage);
    }

    @Test
    void isAskedForOnceAProcessHoweverManyMessagesItHandles() throws InterruptedException {
        long before = calls("GenerateMac");
        for (int message = 0; message < MESSAGES; message++) {
            service.register(Service.unique("patient"));
            stage.awaitIdle();
        }

        assertThat(calls("GenerateMac")).isPositive();
        assertThat(calls("GenerateMac") - before).as("of two processes").isLessThanOrEqualTo(2);
        assertThat(calls("PutItem")).isGreaterThanOrEqualTo(MESSAGES);
    }

    private long calls(String action) {
        return stage.gateway().calls().calls(call -> isByRequests(call) && call.action().equals(action)).size();
    }

    private static boolean isByRequests(RecordedCall call) {
        return call.caller().startsWith(FunctionName.REQUEST.id());
    }
}

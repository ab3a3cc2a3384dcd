package clinic.appointments.runtime;

import java.util.Map;

import clinic.appointments.contract.LogKey;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.RequestIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The line of a query tells which id was asked for, and by whom. */
class AskedIdsTest {

    @Test
    void tellWhoLookedAtWhom() {
        var identity = new RequestIdentity();
        identity.setUserArn("arn:aws:sts::123456789012:assumed-role/desk/maria.muster@example.org");
        var asked = new ProxyRequestContext();
        asked.setIdentity(identity);

        assertThat(AskedIds.of(path(Map.of("patientId", "p-1", "resourceId", "room:1")).withRequestContext(asked)))
                .isEqualTo(Map.of(LogKey.PATIENT_ID, "p-1", LogKey.RESOURCE_ID, "room:1", LogKey.CLIENT,
                        "123456789012/desk"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maria@example.org", "Maria Muster", "a:b:c", "", "p-1\n", "room:"})
    void leaveOutATextThatIsNoId(String text) {
        assertThat(AskedIds.of(path(Map.of("patientId", text)))).isEmpty();
    }

    private static APIGatewayProxyRequestEvent path(Map<String, String> parameters) {
        return new APIGatewayProxyRequestEvent().withPathParameters(parameters);
    }
}

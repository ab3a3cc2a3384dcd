package clinic.appointments.runtime;

import java.util.Map;

import clinic.appointments.message.Correlation;
import clinic.appointments.model.InvalidValueException;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A query has the correlation id that its client chose. */
class CorrelationHeaderTest {

    private static final InvocationContext CONTEXT = new InvocationContext(() -> 1_000);

    @ParameterizedTest
    @CsvSource({"X-Correlation-Id", "x-correlation-id"})
    void isReadInAnyCase(String header) {
        assertThat(read(event(header, "web/1"))).isEqualTo("web/1");
    }

    @Test
    void isTheIdOfApiGatewayIfNoneCame() {
        APIGatewayProxyRequestEvent event = new APIGatewayProxyRequestEvent()
                .withRequestContext(new ProxyRequestContext().withRequestId("api-1"));
        assertThat(read(event)).isEqualTo("api-1");
        assertThat(read(new APIGatewayProxyRequestEvent())).isEqualTo(CONTEXT.getAwsRequestId());
    }

    @Test
    void isInTheReplyBesideItsOtherHeaders() {
        APIGatewayProxyResponseEvent reply = new APIGatewayProxyResponseEvent().withHeaders(Map.of("a", "b"));
        assertThat(CorrelationHeader.write(CorrelationHeader.read(event(Correlation.HEADER, "web/1"), CONTEXT), reply)
                .getHeaders()).isEqualTo(Map.of("a", "b", Correlation.HEADER, "web/1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "two words", "\"}"})
    void isRefusedAndNotUsedInAnotherForm(String id) {
        APIGatewayProxyRequestEvent event = event(Correlation.HEADER, id);
        assertThatThrownBy(() -> CorrelationHeader.check(event)).isInstanceOf(InvalidValueException.class)
                .hasMessage("X-Correlation-Id " + Correlation.RULE);
        assertThat(read(event)).isEqualTo(CONTEXT.getAwsRequestId());
    }

    @Test
    void isOptional() {
        assertThatCode(() -> CorrelationHeader.check(new APIGatewayProxyRequestEvent())).doesNotThrowAnyException();
        assertThatCode(() -> CorrelationHeader.check(event(Correlation.HEADER, ""))).doesNotThrowAnyException();
    }

    private static APIGatewayProxyRequestEvent event(String header, String id) {
        return new APIGatewayProxyRequestEvent().withHeaders(Map.of(header, id));
    }

    private static String read(APIGatewayProxyRequestEvent event) {
        return CorrelationHeader.read(event, CONTEXT).correlationId();
    }
}

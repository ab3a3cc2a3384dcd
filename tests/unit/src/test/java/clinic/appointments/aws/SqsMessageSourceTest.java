package clinic.appointments.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.message.IncomingMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;

import static org.assertj.core.api.Assertions.assertThat;

class SqsMessageSourceTest {

    private static final IncomingMessage MESSAGE = new IncomingMessage("m", "{}", Map.of(),
            new IncomingMessage.Delivery("handle", 1, Optional.empty()));

    private final List<Integer> visibilities = new ArrayList<>();

    /**
     * SQS refuses more than 43,200 seconds in all, counted from the receive (API Reference, ChangeMessageVisibility).
     */
    @ParameterizedTest
    @CsvSource({"PT1S, 1", "PT3M, 180", "PT11H59M, 43140", "PT12H, 43140", "PT12H1S, 43140", "P30D, 43140",
            "P24900D, 43140"})
    void putsAMessageBackForAsLongAsSqsAllows(Duration delay, int seconds) {
        new SqsMessageSource(new Recording(), "queue", "dead").defer(MESSAGE, delay);

        assertThat(visibilities).containsExactly(seconds);
    }

    private final class Recording implements StubQueues {

        @Override
        public ChangeMessageVisibilityResponse changeMessageVisibility(ChangeMessageVisibilityRequest request) {
            visibilities.add(request.visibilityTimeout());
            return ChangeMessageVisibilityResponse.builder().build();
        }
    }
}

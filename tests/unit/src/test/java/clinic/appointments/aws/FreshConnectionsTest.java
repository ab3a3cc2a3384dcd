package clinic.appointments.aws;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** An e-mail never travels on a connection that its service may have closed. */
class FreshConnectionsTest {

    private static final HttpExecuteRequest MAIL = HttpExecuteRequest.builder().request(SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST).uri(URI.create("https://email.eu-central-1.amazonaws.com/")).build()).build();

    private final List<Recorder> made = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-27T09:00:00Z");
    private final FreshConnections connections = new FreshConnections(this::make, () -> now);

    @Test
    void useTheSameOnesForFiveSecondsAtMost() {
        call();
        after(Duration.ofSeconds(2));
        call();
        after(Duration.ofMillis(2_999));
        call();
        after(Duration.ofMillis(1));
        call();

        assertThat(made.stream().map(recorder -> recorder.calls).filter(calls -> calls > 0)).containsExactly(3, 1);
    }

    @Test
    void areClosedOnceTheyAreTooOld() {
        call();
        after(Duration.ofHours(1));
        call();

        assertThat(made.stream().map(recorder -> recorder.isClosed)).containsExactly(true, true, false);
    }

    private void call() {
        connections.prepareRequest(MAIL);
    }

    private void after(Duration pause) {
        now = now.plus(pause);
    }

    private SdkHttpClient make() {
        made.add(new Recorder());
        return made.getLast();
    }

    /** A client that counts its calls. */
    private static final class Recorder implements SdkHttpClient {

        private int calls;
        private boolean isClosed;

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            calls++;
            return new ExecutableHttpRequest() {

                @Override
                public HttpExecuteResponse call() {
                    return HttpExecuteResponse.builder().response(SdkHttpResponse.builder().statusCode(200).build())
                            .build();
                }

                @Override
                public void abort() {
                }
            };
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}

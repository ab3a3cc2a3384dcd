package clinic.appointments.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * An HTTP client for calls that cannot be repeated: it uses no connection that is older than five seconds, however long
 * {@link IdleConnections} keeps it. The service may have closed an older one, and then nobody knows whether the call
 * arrived.
 */
final class FreshConnections implements SdkHttpClient {

    private static final Duration MAX_AGE = Duration.ofSeconds(5);

    private final Supplier<SdkHttpClient> clients;
    private final InstantSource clock;
    private SdkHttpClient client;
    private Instant end = Instant.MIN;

    /** @param clients makes clients that share no connections */
    FreshConnections(Supplier<SdkHttpClient> clients, InstantSource clock) {
        this.clients = clients;
        this.clock = clock;
        this.client = clients.get();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return fresh().prepareRequest(request);
    }

    private synchronized SdkHttpClient fresh() {
        Instant now = clock.instant();
        if (!now.isBefore(end)) {
            client.close();
            client = clients.get();
            end = now.plus(MAX_AGE);
        }
        return client;
    }

    @Override
    public String clientName() {
        return "FreshConnections";
    }

    @Override
    public synchronized void close() {
        client.close();
    }
}

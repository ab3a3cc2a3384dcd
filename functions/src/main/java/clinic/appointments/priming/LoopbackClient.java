package clinic.appointments.priming;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * An HTTP client that makes each call on this machine, whatever its address. The address is changed last, so that the
 * SDK finds the service's endpoint and signs for it as always.
 *
 * @param client makes the calls
 */
record LoopbackClient(SdkHttpClient client, String host, int port) implements SdkHttpClient {

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        SdkHttpRequest here = request.httpRequest().toBuilder().protocol("https").host(host).port(port).build();
        HttpExecuteRequest.Builder call = HttpExecuteRequest.builder().request(here);
        request.contentStreamProvider().ifPresent(call::contentStreamProvider);
        return client.prepareRequest(call.build());
    }

    @Override
    public String clientName() {
        return client.clientName();
    }

    @Override
    public void close() {
        client.close();
    }
}

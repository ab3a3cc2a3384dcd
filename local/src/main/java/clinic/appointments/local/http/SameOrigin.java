package clinic.appointments.local.http;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

/**
 * Keeps the pages of other origins away from a loopback server, which every browser on this machine can reach: a
 * request must name the server as its host (or a name that resolves to the loopback address could read it), and a
 * request that changes something must not come from a page of another origin.
 */
public final class SameOrigin {

    private final Set<String> hosts;

    /**
     * For a server on the loopback address.
     *
     * @param authority host and port of the server
     */
    public SameOrigin(String authority) {
        String port = authority.substring(authority.lastIndexOf(':'));
        hosts = Stream.of("127.0.0.1", "localhost", "[::1]").map(host -> host + port).collect(Collectors.toSet());
    }

    /** The reason to refuse a request, in one sentence; empty for a request that may pass. */
    public Optional<String> refusal(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        if (!hosts.contains(String.valueOf(headers.getFirst("Host")))) {
            return Optional.of("Name this server by its address.");
        }
        return isRead(exchange) || isOwn(headers) ? Optional.empty()
                : Optional.of("A page of another origin may change nothing here.");
    }

    private static boolean isRead(HttpExchange exchange) {
        return Set.of("GET", "HEAD").contains(exchange.getRequestMethod());
    }

    /** Browsers send an origin with every POST; programs such as curl send none. */
    private boolean isOwn(Headers headers) {
        String origin = headers.getFirst("Origin");
        String site = headers.getFirst("Sec-Fetch-Site");
        return (origin == null || hosts.stream().anyMatch(host -> origin.equals("http://" + host)))
                && (site == null || Set.of("same-origin", "none").contains(site));
    }
}

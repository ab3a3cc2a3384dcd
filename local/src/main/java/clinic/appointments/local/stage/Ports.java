package clinic.appointments.local.stage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * The ports of a stage.
 *
 * @param gateway the gateway's port; 0 takes free ports
 */
public record Ports(int gateway) {

    private static final int MAX_GATEWAY = 65_534;

    /**
     * The gateway's port and the one after it.
    *
    * @throws StageException when they are not valid port numbers
     */
    public static Ports of(int gateway) {
        if (gateway < 0 || gateway > MAX_GATEWAY) {
            throw new StageException(
                    "-Dport=%d is too high for the gateway and the API, which takes the next port: at most %d."
                            .formatted(gateway, MAX_GATEWAY));
        }
        return new Ports(gateway);
    }

    /** The API's port: the one after the gateway's, or 0 to take a free one. */
    int api() {
        return gateway == 0 ? 0 : gateway + 1;
    }

    /**
     * Checks that both ports are free.
    *
    * @throws StageException when another program uses one
     */
    public void requireFree() {
        requireFree(gateway, "the gateway");
        requireFree(api(), "the HTTP API (the gateway's port plus one)");
    }

    private void requireFree(int port, String whose) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return;
        } catch (IOException _) {
            throw new StageException(
                    "-Dport=%d: port %d, for %s, is in use: stop the other program or choose another port."
                            .formatted(gateway, port, whose));
        }
    }
}

package clinic.appointments.local.stage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * The ports of a stage on this machine.
 *
 * @param gateway 0 takes free ones
 */
public record Ports(int gateway) {

    private static final int MAX_GATEWAY = 65_534;

    /**
     * The ports that begin with the gateway's.
     *
     * @throws StageException when there can be none
     */
    public static Ports of(int gateway) {
        if (gateway < 0 || gateway > MAX_GATEWAY) {
            throw new StageException(
                    "-Dport=%d is too high for the gateway and the API, which takes the next port: at most %d."
                            .formatted(gateway, MAX_GATEWAY));
        }
        return new Ports(gateway);
    }

    /** The next one; 0 takes a free one. */
    int api() {
        return gateway == 0 ? 0 : gateway + 1;
    }

    /**
     * Makes sure that both can be listened on.
     *
     * @throws StageException when somebody else does
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

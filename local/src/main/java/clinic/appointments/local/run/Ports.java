package clinic.appointments.local.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * The ports of a stage on this machine.
 *
 * @param gateway 0 takes free ones
 */
record Ports(int gateway) {

    private static final int HIGHEST = 65_534;

    /**
     * The ports that begin with the gateway's.
     *
     * @throws StageException when there can be none
     */
    static Ports of(int gateway) {
        if (gateway < 0 || gateway > HIGHEST) {
            throw new StageException(
                    "-Dport=%d is no port of the gateway, or the next one is none of the API: at most %d."
                            .formatted(gateway, HIGHEST));
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
    void requireFree() {
        requireFree(gateway, "the gateway");
        requireFree(api(), "the HTTP API, always the gateway's and one");
    }

    private void requireFree(int port, String whose) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return;
        } catch (IOException _) {
            throw new StageException("-Dport=%d: port %d, for %s, is in use: stop what uses it, or choose another."
                    .formatted(gateway, port, whose));
        }
    }
}

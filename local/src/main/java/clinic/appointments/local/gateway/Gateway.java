package clinic.appointments.local.gateway;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;

import clinic.appointments.local.http.LoopbackServer;
import clinic.appointments.local.template.Deployment;

/**
 * The gateway. It is bound first, because queue URLs begin with its address, and opened when the deployment is known.
 * A call that arrives in between waits.
 */
public final class Gateway implements AutoCloseable {

    private final LoopbackServer server;
    private final CallerKeys keys = new CallerKeys();
    private final CallLog calls = new CallLog();
    private final Faults faults = new Faults();

    private Gateway(LoopbackServer server) {
        this.server = server;
    }

    /**
     * Takes a port of the loopback address. Throws {@link GatewayException} when the port is taken.
     *
     * @param port 0 takes a free one
     */
    public static Gateway bind(int port) {
        try {
            return new Gateway(LoopbackServer.bind(port, "gateway"));
        } catch (BindException e) {
            throw new GatewayException("Port " + port + " is in use: stop what uses it, or choose another port.", e);
        } catch (IOException e) {
            throw new GatewayException("The gateway cannot listen on port " + port + ".", e);
        }
    }

    /** Begins to answer; fails on a policy that cannot be evaluated. */
    public void open(Deployment deployment, Backends backends) {
        Gate gate = new Gate(deployment, backends, calls, faults);
        server.start("/", new Connection(new Callers(keys, deployment.roles()), gate));
    }

    /** The address that stands in for every AWS service, without a slash at the end. */
    public URI address() {
        return server.address();
    }

    /** Access keys to call with. */
    public CallerKeys keys() {
        return keys;
    }

    /** The record of calls. */
    public CallLog calls() {
        return calls;
    }

    /** The faults to inject. */
    public Faults faults() {
        return faults;
    }

    @Override
    public void close() {
        server.close();
    }
}

package clinic.appointments.local.gateway;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import clinic.appointments.local.template.Deployment;
import com.sun.net.httpserver.HttpServer;

/**
 * The gateway: bound first, because queue URLs begin with its address, and opened once the deployment is known. A call
 * that arrives in between waits.
 */
public final class Gateway implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    static {
        // Read once, when the first server is made; without it each answer waits about 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("gateway-", 0).factory());
    private final CallerKeys keys = new CallerKeys();
    private final CallLog calls = new CallLog();
    private final Faults faults = new Faults();
    private boolean open;

    private Gateway(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
    }

    /**
     * Takes an address on this machine that no other machine reaches. Throws {@link GatewayException} when the port is
     * taken.
     *
     * @param port 0 takes a free one
     */
    public static Gateway bind(int port) {
        try {
            return new Gateway(HttpServer.create(new InetSocketAddress(HOST, port), 0));
        } catch (BindException e) {
            throw new GatewayException("Port " + port + " is in use: stop what uses it, or choose another port.", e);
        } catch (IOException e) {
            throw new GatewayException("The gateway cannot listen on port " + port + ".", e);
        }
    }

    /** Begins to answer; fails on a policy that it cannot evaluate. */
    public void open(Deployment deployment, Backends backends) {
        var gate = new Gate(deployment, backends, calls, faults);
        server.createContext("/", new Connection(new Callers(keys, deployment.roles()), gate));
        server.start();
        open = true;
    }

    /** What stands for every AWS service, without a slash at the end. */
    public URI address() {
        return URI.create("http://" + HOST + ":" + server.getAddress().getPort());
    }

    /** Access keys to call with. */
    public CallerKeys keys() {
        return keys;
    }

    /** What was called. */
    public CallLog calls() {
        return calls;
    }

    /** What is to go wrong. */
    public Faults faults() {
        return faults;
    }

    @Override
    public void close() {
        if (open) {
            server.stop(0);
        }
        threads.shutdownNow();
    }
}

package clinic.appointments.aws;

/**
 * The connections that the JDK keeps open between the calls of {@link AwsClients}. By default it keeps five for each
 * host, for five seconds (JDK: "Networking Properties"): an invocation after a pause would shake hands again with each
 * service, and parallel messages with every call.
 */
public final class IdleConnections {

    /** More than the messages of a batch, each of which waits for one answer at a time. */
    private static final int COUNT = 20;
    /** As long as other HTTP clients of the SDK keep theirs (AWS SDK for Java: "Configure HTTP clients"). */
    private static final int SECONDS = 60;

    private IdleConnections() {
    }

    /**
     * Has the JDK keep more of them, and for longer. It looks once, at the first connection of the process. Repeating
     * is safe.
     */
    public static void keep() {
        System.setProperty("http.maxConnections", String.valueOf(COUNT));
        System.setProperty("http.keepAlive.time.server", String.valueOf(SECONDS));
    }
}

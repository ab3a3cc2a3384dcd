package clinic.appointments.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity of a client, which keeps requests apart: equal request ids from two clients are different requests. Over
 * HTTP it is the account and the role (or user) that signed the request, such as {@code 123456789012/front-desk}; all
 * senders to a queue are one client, named after the queue.
 */
public record ClientId(String value) {

    /** Names of roles and users, with their paths (AWS IAM User Guide, "IAM and AWS STS quotas"). */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9+=,.@_/:-]{1,600}");
    private static final Pattern SESSION = Pattern.compile("arn:[^:]+:sts::([0-9]+):assumed-role/([^/]+)/.*");
    private static final Pattern PRINCIPAL = Pattern.compile("arn:[^:]+:[^:]+::([0-9]+):(.*)");

    /** The client of direct senders to the request queue. */
    public static final ClientId OF_REQUEST_QUEUE = new ClientId("AppointmentRequestQueue");
    /** The client of direct senders to the confirmation queue. */
    public static final ClientId OF_CONFIRMATION_QUEUE = new ClientId("AppointmentConfirmationQueue");
    /** The client of direct senders to the management queue. */
    public static final ClientId OF_MANAGEMENT_QUEUE = new ClientId("ManagementQueue");

    public ClientId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a client must be an account and a role, or a queue");
        }
    }

    /** Reads a client id; empty when the text is not one. */
    public static Optional<ClientId> find(String text) {
        return Optional.of(text).filter(FORM.asMatchPredicate()).map(ClientId::new);
    }

    /**
     * The client that signed a request. All sessions of a role are one client (AWS IAM User Guide, "IAM identifiers").
     *
     * @param arn from API Gateway ({@code $context.identity.userArn})
     */
    public static Optional<ClientId> ofArn(String arn) {
        Matcher session = SESSION.matcher(arn);
        Matcher principal = PRINCIPAL.matcher(arn);
        if (session.matches()) {
            return find(session.group(1) + "/" + session.group(2));
        }
        return principal.matches() ? find(principal.group(1) + "/" + principal.group(2)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

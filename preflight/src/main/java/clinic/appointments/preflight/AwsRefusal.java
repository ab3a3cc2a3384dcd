package clinic.appointments.preflight;

import java.util.regex.Pattern;

/** A service's answer that is not a success. */
final class AwsRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    /** Error codes (IAM API Reference, "Common Error Types"). */
    private static final Pattern CREDENTIALS = Pattern
            .compile("ExpiredToken|InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|InvalidAccessKeyId");
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final int status;

    /**
     * @param status HTTP status
     * @param text the service's own words
     */
    AwsRefusal(int status, String text) {
        super(text);
        this.status = status;
    }

    /** Whether the credentials have expired, or never were valid. */
    boolean isAboutCredentials() {
        return CREDENTIALS.matcher(text()).find();
    }

    /** Whether the credentials lack a permission. */
    boolean isAboutPermissions() {
        return status == FORBIDDEN || text().contains("AccessDenied");
    }

    /** Whether there is no such resource. */
    boolean isAbsence() {
        return status == NOT_FOUND;
    }

    int status() {
        return status;
    }

    /** The service's own words. */
    String text() {
        return String.valueOf(getMessage());
    }
}

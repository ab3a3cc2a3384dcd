package clinic.appointments.local.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The access keys by which the gateway tells callers apart: one for each role, always the same, and one for the
 * operator, who may do everything. No secret belongs to them: signatures are not checked.
 */
public final class CallerKeys {

    private static final int LENGTH = 16;

    /** Key of whoever runs the local program. */
    public String operator() {
        return "AKIA0000000OPERATOR0";
    }

    /** Key of a role, as long and as plain as a real one. */
    public String accessKey(String roleArn) {
        var digest = HexFormat.of().formatHex(sha256().digest(roleArn.getBytes(StandardCharsets.UTF_8)));
        return "ASIA" + digest.substring(0, LENGTH).toUpperCase(Locale.ROOT);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

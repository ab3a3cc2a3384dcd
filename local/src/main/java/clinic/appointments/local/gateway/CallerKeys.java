package clinic.appointments.local.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * The access keys that identify callers to the gateway: one fixed key for each role, and one for the operator, whose
 * calls are all allowed. They have no secrets, because signatures are not checked.
 */
public final class CallerKeys {

    private static final int KEY_DIGITS = 16;

    /** Key of the operator, the person who runs the local program. */
    public String operator() {
        return "AKIA0000000OPERATOR0";
    }

    /** Key of a role, as long and as plain as a real one. */
    public String accessKey(String roleArn) {
        String digits = UUID.nameUUIDFromBytes(roleArn.getBytes(StandardCharsets.UTF_8)).toString().replace("-", "");
        return "ASIA" + digits.substring(0, KEY_DIGITS).toUpperCase(Locale.ROOT);
    }
}

package clinic.appointments.preflight;

import java.util.Optional;

/**
 * The answer to one question about the account.
 *
 * @param subject what was looked at
 * @param seen what is there
 * @param remedy one command or sentence that mends it; empty if nothing is missing
 */
record Finding(String subject, String seen, Optional<String> remedy) {

    static Finding ok(String subject, String seen) {
        return new Finding(subject, seen, Optional.empty());
    }

    static Finding missing(String subject, String seen, String remedy) {
        return new Finding(subject, seen, Optional.of(remedy));
    }

    boolean isMissing() {
        return remedy.isPresent();
    }
}

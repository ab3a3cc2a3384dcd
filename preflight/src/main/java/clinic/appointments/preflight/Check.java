package clinic.appointments.preflight;

import java.util.function.Supplier;

/**
 * One question about the account.
 *
 * @param subject what is looked at
 * @param permission action that the credentials need for it
 * @param look finds the answer
 */
record Check(String subject, String permission, Supplier<Finding> look) {

    /** The answer; a lack of permissions is one, too. */
    Finding answer() {
        try {
            return look.get();
        } catch (AwsRefusal refusal) {
            return unseen(refusal);
        }
    }

    private Finding unseen(AwsRefusal refusal) {
        if (refusal.isAboutCredentials()) {
            throw new PreflightProblem("AWS does not accept these credentials: sign in again, or set others.");
        }
        return refusal.isAboutPermissions()
                ? Finding.missing(subject, "may not be read", "allow " + permission + " to these credentials")
                : Finding.missing(subject, "could not be read: status " + refusal.status(), "try again");
    }
}

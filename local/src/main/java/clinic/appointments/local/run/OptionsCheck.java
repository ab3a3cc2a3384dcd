package clinic.appointments.local.run;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import clinic.appointments.local.stage.StageException;

/**
 * Rejects an invalid option of the local run before anything is built. The build compiles only this class and its
 * dependencies for that, so they may use nothing but the JDK and the contract.
 */
final class OptionsCheck {

    private OptionsCheck() {
    }

    public static void main(String[] arguments) {
        System.exit(LastWord.ofThisProgram().say(refusal()));
    }

    private static Optional<String> refusal() {
        try {
            RunSettings.of(System.getProperties(), Instant.now());
            return Optional.empty();
        } catch (StageException refused) {
            return Optional.of(Objects.requireNonNull(refused.getMessage()));
        }
    }
}

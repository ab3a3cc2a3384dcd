package clinic.appointments.local.run;

import java.time.Instant;
import java.util.Optional;

import clinic.appointments.local.stage.StageException;

/**
 * Refuses an option of the local run before anything is built: the build compiles this class and what it needs by
 * themselves, so that it touches the JDK and the contract only.
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
            return Optional.of(refused.getMessage());
        }
    }
}

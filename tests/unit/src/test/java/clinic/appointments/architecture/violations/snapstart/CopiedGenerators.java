package clinic.appointments.architecture.violations.snapstart;

import java.util.random.RandomGenerator;

/** All instances draw the same numbers. */
public final class CopiedGenerators {

    private final RandomGenerator random = RandomGenerator.getDefault();

    int next() {
        return random.nextInt();
    }
}

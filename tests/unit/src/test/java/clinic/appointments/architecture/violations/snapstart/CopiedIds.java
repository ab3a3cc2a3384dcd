package clinic.appointments.architecture.violations.snapstart;

import java.util.UUID;

/** All instances have the same name. */
public final class CopiedIds {

    private static final UUID INSTANCE = UUID.randomUUID();

    UUID instance() {
        return INSTANCE;
    }
}

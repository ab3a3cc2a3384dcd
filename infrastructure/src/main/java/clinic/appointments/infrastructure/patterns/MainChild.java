package clinic.appointments.infrastructure.patterns;

/**
 * The id of the resource that a construct is about. The CDK returns it as the construct's default child, and leaves the
 * id out of logical ids and paths (CDK: "Abstractions and escape hatches").
 */
public final class MainChild {

    /** The id that the CDK knows. */
    public static final String DEFAULT_ID = "Default";

    private MainChild() {
    }
}

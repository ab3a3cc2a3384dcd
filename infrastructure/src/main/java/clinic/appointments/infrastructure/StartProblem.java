package clinic.appointments.infrastructure;

/** A reason not to start that the user of the app can remove; the message is one sentence that says how. */
public final class StartProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartProblem(String sentence) {
        super(sentence);
    }
}

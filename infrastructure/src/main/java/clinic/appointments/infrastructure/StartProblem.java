package clinic.appointments.infrastructure;

/** A problem at the start that the user can solve; the message is one sentence that says how. */
public final class StartProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartProblem(String sentence) {
        super(sentence);
    }
}

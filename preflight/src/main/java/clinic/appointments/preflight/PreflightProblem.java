package clinic.appointments.preflight;

/** A problem that keeps the preflight from looking; the message is one sentence that says what to do. */
public final class PreflightProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PreflightProblem(String sentence) {
        super(sentence);
    }
}

package clinic.appointments.acceptance;

/** A reason why no journey can begin; its message is one sentence for the person who started them. */
final class AcceptanceProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AcceptanceProblem(String sentence) {
        super(sentence);
    }
}

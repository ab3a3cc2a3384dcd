package clinic.appointments.model;

/** The outcome of a completed appointment: whether the patient came. */
public enum CompletionOutcome {

    FULFILLED,
    /** The patient did not come. */
    NO_SHOW;

    /** The outcome's code in the history. */
    public ReasonCode code() {
        return new ReasonCode(name());
    }
}

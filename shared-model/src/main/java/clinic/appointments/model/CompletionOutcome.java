package clinic.appointments.model;

/** How a completed appointment went. */
public enum CompletionOutcome {

    FULFILLED,
    /** The patient did not come. */
    NO_SHOW;

    /** As the history keeps it. */
    public ReasonCode code() {
        return new ReasonCode(name());
    }
}

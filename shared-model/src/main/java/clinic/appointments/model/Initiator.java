package clinic.appointments.model;

/** An initiator: on whose side the wish for a cancellation arose, whoever has sent it. */
public enum Initiator {

    PATIENT,
    PRACTITIONER,
    /** The clinic itself, such as for a repair or a strike. */
    ORGANIZATION
}

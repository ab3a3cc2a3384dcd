package clinic.appointments.model;

import java.time.Instant;

/**
 * A patient as registered.
 *
 * @param version
 *            counts registrations, from 1
 * @param registeredBy
 *            the request that made this version
 */
public record Patient(PatientId id, PatientDetails details, long version, RequestId registeredBy, Instant createdAt,
        Instant updatedAt) {

    public static Patient registered(PatientId id, PatientDetails details, RequestId by, Instant now) {
        return new Patient(id, details, 1, by, now, now);
    }

    /** The next version of this patient. */
    public Patient updated(PatientDetails next, RequestId by, Instant now) {
        return new Patient(id, next, version + 1, by, createdAt, now);
    }

    @Override
    public String toString() {
        return "Patient[" + id + " v" + version + "]";
    }
}

package clinic.appointments.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A patient: a registered person, with details and a version.
 *
 * @param details empty after an erasure; the id remains, because appointments name it
 * @param version number of registrations and erasures, from 1
 * @param writer the request that made this version
 * @param createdAt when the patient was first registered; empty when the id was never registered
 * @param undeliverable says that notifications do not reach the patient as registered; a new version clears it
 */
public record Patient(PatientId id, Optional<PatientDetails> details, long version, Writer writer,
        Optional<Instant> createdAt, Instant updatedAt, Optional<Undeliverable> undeliverable) {

    public static Patient registered(PatientId id, PatientDetails details, Writer by, Instant now) {
        return new Patient(id, Optional.of(details), 1, by, Optional.of(now), now, Optional.empty());
    }

    /**
     * An unknown patient: a tombstone that outlasts an erasure which came before the patient's registration.
     *
     * @param mark an earlier tombstone that this one replaces
     */
    public static Patient unknown(PatientId id, Optional<Patient> mark, Writer by, Instant now) {
        return new Patient(id, Optional.empty(), mark.map(Patient::version).orElse(0L) + 1, by,
                Optional.empty(), now, Optional.empty());
    }

    /** The next version of this patient. */
    public Patient updated(PatientDetails next, Writer by, Instant now) {
        return new Patient(id, Optional.of(next), version + 1, by, createdAt.or(() -> Optional.of(now)), now,
                Optional.empty());
    }

    /** The patient without personal data. */
    public Patient erased(Writer by, Instant now) {
        return new Patient(id, Optional.empty(), version + 1, by, createdAt, now, Optional.empty());
    }

    /** The same version with the mark, unless it already has one of the same weight. */
    public Patient with(Undeliverable sign) {
        return new Patient(id, details, version, writer, createdAt, updatedAt,
                undeliverable.filter(present -> !sign.code().outweighs(present.code())).or(() -> Optional.of(sign)));
    }

    public RequestId writtenBy() {
        return writer.request();
    }

    /** Whether the patient is or was registered. */
    public boolean wasEverKnown() {
        return createdAt.isPresent();
    }

    /** Whether the patient is registered and was not erased. */
    public boolean isKnown() {
        return details.isPresent();
    }

    /** The zone in which the patient lives, if they have told it. */
    public Optional<ZoneId> timeZone() {
        return details.flatMap(PatientDetails::timeZone);
    }

    @Override
    public String toString() {
        return "Patient[" + id + " v" + version + "]";
    }
}

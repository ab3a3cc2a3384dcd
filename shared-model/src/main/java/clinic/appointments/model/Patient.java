package clinic.appointments.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A patient as registered.
 *
 * @param details empty after the patient was erased: the id remains, because appointments name it
 * @param version counts registrations and erasures, from 1
 * @param writer the request that made this version
 * @param createdAt when the patient was registered first; empty when nobody ever was under this id
 * @param undeliverable says that letters do not reach the patient as registered; a new version has no such sign
 */
public record Patient(PatientId id, Optional<PatientDetails> details, long version, Writer writer,
        Optional<Instant> createdAt, Instant updatedAt, Optional<Undeliverable> undeliverable) {

    /**
     * Who made a version.
     *
     * @param sentAt when that request was sent: queues reorder, and what was sent before it is out of date
     */
    public record Writer(RequestId request, Instant sentAt) {

        /** Whether what was sent then comes too late to change anything. */
        public boolean isAfter(Instant sent) {
            return sentAt.isAfter(sent);
        }
    }

    public static Patient registered(PatientId id, PatientDetails details, Writer by, Instant now) {
        return new Patient(id, Optional.of(details), 1, by, Optional.of(now), now, Optional.empty());
    }

    /**
     * Nobody: a mark that outlives an erasure which came before its patient's registration.
     *
     * @param mark an earlier one that this one replaces
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

    /** Without anything personal. */
    public Patient erased(Writer by, Instant now) {
        return new Patient(id, Optional.empty(), version + 1, by, createdAt, now, Optional.empty());
    }

    /** The same version with a sign, unless it has one. */
    public Patient with(Undeliverable sign) {
        return new Patient(id, details, version, writer, createdAt, updatedAt,
                undeliverable.or(() -> Optional.of(sign)));
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

    /** The zone in which the patient lives, as far as they have told. */
    public Optional<ZoneId> timeZone() {
        return details.flatMap(PatientDetails::timeZone);
    }

    @Override
    public String toString() {
        return "Patient[" + id + " v" + version + "]";
    }
}

package clinic.appointments.model;

import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A booking: a client's wish for an appointment, with the patient, the resources and the time.
 *
 * @param resources all different; in a request, a pool may be in the place of one; all claimed; may be empty
 * @param notes free text of the client; protected, shown in the single read only
 * @param visit what its visit type has set; empty when it has none
 */
public record Booking(AppointmentId appointmentId, PatientId patientId, List<ResourceId> resources, TimeSlot slot,
        Optional<String> notes, Optional<VisitTerms> visit) {

    /** Limit that keeps an appointment's item small. */
    public static final int MAX_RESOURCES = 10;
    private static final int MAX_NOTES_LENGTH = 1000;

    public Booking {
        resources = List.copyOf(resources);
    }

    /** A booking without a visit type. */
    public Booking(AppointmentId appointmentId, PatientId patientId, List<ResourceId> resources, TimeSlot slot,
            Optional<String> notes) {
        this(appointmentId, patientId, resources, slot, notes, Optional.empty());
    }

    /**
     * This booking, checked. Only incoming values are checked, because stored ones may be older than today's rules.
     *
     * @throws InvalidValueException when a field holds an impossible value
     */
    public Booking accepted() {
        acceptedResources(resources);
        acceptedNotes(notes);
        return this;
    }

    static void acceptedNotes(Optional<String> notes) {
        InvalidValueException.unless(notes.stream().allMatch(text -> FreeText.fits(text, MAX_NOTES_LENGTH)), "notes",
                "must be at most " + MAX_NOTES_LENGTH + " characters of text, without control characters");
    }

    /**
     * The resources, checked.
     *
     * @throws InvalidValueException when there are too many, or a resource is named twice
     */
    public static List<ResourceId> acceptedResources(List<ResourceId> resources) {
        InvalidValueException.unless(resources.size() <= MAX_RESOURCES, "resourceIds",
                "must name at most " + MAX_RESOURCES);
        InvalidValueException.unless(resources.stream().distinct().count() == resources.size(),
                "resourceIds",
                "must not name one twice");
        return resources;
    }

    /** The pools named in the place of a resource, in order; none in the booking of a stored appointment. */
    public List<PoolId> pools() {
        return resources.stream().flatMap(resource -> PoolId.named(resource).stream()).toList();
    }

    /** The booking with other resources. */
    Booking with(List<ResourceId> others) {
        return new Booking(appointmentId, patientId, others, slot, notes, visit);
    }

    /**
     * The booking with members in the place of its pools.
     *
     * @param members one for each of {@link #pools}
     */
    Booking withMembers(List<ResourceId> members) {
        Iterator<ResourceId> next = members.iterator();
        return with(resources.stream().map(resource -> resource.isPool() ? next.next() : resource).toList());
    }

    /** The booking at another time; empty when the slot has no end and the booking has no visit type, or none fits. */
    public Optional<Booking> movedTo(OpenSlot other, ZoneId zone, List<ResourceId> others) {
        return visit.map(set -> other.in(zone, set.duration())).orElseGet(() -> other.in(zone))
                .map(slotThen -> movedTo(slotThen, others));
    }

    /** The booking at another time and with other resources. */
    public Booking movedTo(TimeSlot other, List<ResourceId> others) {
        return new Booking(appointmentId, patientId, others, other, notes, visit);
    }

    /** The booking as it is agreed on: with an override, a visit lasts as long as the request says. */
    Booking agreed(Provenance provenance) {
        return provenance.isOverridden()
                ? new Booking(appointmentId, patientId, resources, slot, notes,
                        visit.map(set -> set.lasting(slot.interval().length())))
                : this;
    }

    /** The booking without the client's notes. */
    public Booking withoutNotes() {
        return new Booking(appointmentId, patientId, resources, slot, Optional.empty(), visit);
    }

    @Override
    public String toString() {
        return "Booking[" + appointmentId + "]";
    }
}

package clinic.appointments.model;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A booking: a client's wish for an appointment, with the patient, the resources and the time.
 *
 * @param resources all different; in a request, a pool may be in the place of one; all claimed; may be empty
 * @param notes free text of the client; protected, shown in the single read only
 */
public record Booking(AppointmentId appointmentId, PatientId patientId, List<ResourceId> resources, TimeSlot slot,
        Optional<String> notes) {

    /** Limit that keeps an appointment's item small. */
    public static final int MAX_RESOURCES = 10;
    private static final int MAX_NOTES_LENGTH = 1000;

    public Booking {
        resources = List.copyOf(resources);
    }

    /**
     * This booking, checked. Only incoming values are checked, because stored ones may be older than today's rules.
     *
     * @throws InvalidValueException when a field holds an impossible value
     */
    public Booking accepted() {
        acceptedResources(resources);
        InvalidValueException.unless(notes.stream().allMatch(text -> FreeText.fits(text, MAX_NOTES_LENGTH)), "notes",
                "must be at most " + MAX_NOTES_LENGTH + " characters of text, without control characters");
        return this;
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
        return new Booking(appointmentId, patientId, others, slot, notes);
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

    /** The booking at another time and with other resources. */
    public Booking movedTo(TimeSlot other, List<ResourceId> others) {
        return new Booking(appointmentId, patientId, others, other, notes);
    }

    /** The booking without the client's notes. */
    public Booking withoutNotes() {
        return new Booking(appointmentId, patientId, resources, slot, Optional.empty());
    }

    @Override
    public String toString() {
        return "Booking[" + appointmentId + "]";
    }
}

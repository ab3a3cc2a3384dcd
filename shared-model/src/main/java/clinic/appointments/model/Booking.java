package clinic.appointments.model;

import java.util.List;
import java.util.Optional;

/**
 * What a client asks to be booked.
 *
 * @param resources all different; every one of them is claimed; may be empty
 * @param notes free text of the client; protected, shown in the single read only
 */
public record Booking(AppointmentId appointmentId, PatientId patientId, List<ResourceId> resources, TimeSlot slot,
        Optional<String> notes) {

    /** Keeps an appointment's item small. */
    public static final int MAX_RESOURCES = 10;
    private static final int MAX_NOTES_LENGTH = 1000;

    public Booking {
        resources = List.copyOf(resources);
    }

    /**
     * The same; what is stored may be older than today's rules, and only what comes in is checked.
     *
     * @throws InvalidValueException when a field holds what it can never hold
     */
    public Booking accepted() {
        acceptedResources(resources);
        InvalidValueException.unless(notes.stream().allMatch(text -> FreeText.fits(text, MAX_NOTES_LENGTH)), "notes",
                "must be at most " + MAX_NOTES_LENGTH + " characters of text, without control characters");
        return this;
    }

    /**
     * The same resources.
     *
     * @throws InvalidValueException when there are too many, or one is named twice
     */
    public static List<ResourceId> acceptedResources(List<ResourceId> resources) {
        InvalidValueException.unless(resources.size() <= MAX_RESOURCES, "resourceIds",
                "must name at most " + MAX_RESOURCES);
        InvalidValueException.unless(resources.stream().distinct().count() == resources.size(), "resourceIds",
                "must not name one twice");
        return resources;
    }

    /** The same appointment at another time, with other resources. */
    public Booking movedTo(TimeSlot other, List<ResourceId> others) {
        return new Booking(appointmentId, patientId, others, other, notes);
    }

    /** The same without what the client wrote about it. */
    public Booking withoutNotes() {
        return new Booking(appointmentId, patientId, resources, slot, Optional.empty());
    }

    @Override
    public String toString() {
        return "Booking[" + appointmentId + "]";
    }
}

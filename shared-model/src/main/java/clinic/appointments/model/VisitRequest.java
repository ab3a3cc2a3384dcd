package clinic.appointments.model;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A visit request: a client's wish for an appointment of a visit type, which sets what the request leaves out.
 *
 * @param resources all different; in addition to those of the type; a pool may be in the place of one; may be empty
 * @param notes free text of the client; protected
 */
public record VisitRequest(VisitTypeId type, AppointmentId appointmentId, PatientId patientId,
        List<ResourceId> resources, OpenSlot time, ZoneId zone, Optional<String> notes) {

    public VisitRequest {
        resources = List.copyOf(resources);
    }

    /**
     * This request, checked as a booking is.
     *
     * @throws InvalidValueException when a field holds an impossible value
     */
    public VisitRequest accepted() {
        Booking.acceptedResources(resources);
        Booking.acceptedNotes(notes);
        return this;
    }

    /** The booking that it stands for; empty when the visit would have no end on the date. */
    public Optional<Booking> booking(VisitPlan.Usable plan) {
        return time.in(zone, plan.visit().duration()).map(slot -> new Booking(appointmentId, patientId,
                plan.resources(), slot, notes, Optional.of(plan.visit())));
    }

    @Override
    public String toString() {
        return "VisitRequest[" + appointmentId + "]";
    }
}

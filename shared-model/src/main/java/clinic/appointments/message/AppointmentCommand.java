package clinic.appointments.message;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.CompletionOutcome;
import clinic.appointments.model.LocalSlot;
import clinic.appointments.model.PatientDetails;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.ResourceId;

/** What a client can ask for. */
public sealed interface AppointmentCommand {

    /** The appointment that it is about, if it is about one. */
    Optional<AppointmentId> appointment();

    /** What is asked for on the request queue. */
    sealed interface RequestCommand extends AppointmentCommand {
    }

    /** What is asked for on the confirmation queue: the appointment is there, and keeps its time. */
    sealed interface ConfirmationCommand extends AppointmentCommand {

        AppointmentId appointmentId();

        @Override
        default Optional<AppointmentId> appointment() {
            return Optional.of(appointmentId());
        }
    }

    /** Book an appointment. */
    record Book(Booking booking) implements RequestCommand {

        @Override
        public Optional<AppointmentId> appointment() {
            return Optional.of(booking.appointmentId());
        }
    }

    /**
     * Move an appointment to another time.
     *
     * @param zone empty when it keeps its own
     * @param resources empty when it keeps its own
     */
    record Reschedule(AppointmentId appointmentId, LocalSlot time, Optional<ZoneId> zone,
            Optional<List<ResourceId>> resources)
            implements
                RequestCommand {

        @Override
        public Optional<AppointmentId> appointment() {
            return Optional.of(appointmentId);
        }

        /** What it makes of a booking: what it does not name stays. */
        public Booking of(Booking before) {
            return before.movedTo(time.in(zone.orElse(before.slot().zone())), resources.orElse(before.resources()));
        }
    }

    /** Cancel an appointment. */
    record Cancel(AppointmentId appointmentId, Optional<ReasonCode> reason) implements RequestCommand {

        @Override
        public Optional<AppointmentId> appointment() {
            return Optional.of(appointmentId);
        }
    }

    /** Release an appointment that nobody has confirmed in time. */
    record ExpireHold(AppointmentId appointmentId) implements RequestCommand {

        @Override
        public Optional<AppointmentId> appointment() {
            return Optional.of(appointmentId);
        }
    }

    /** Register a patient, or replace what is known about one. */
    record RegisterPatient(PatientId patientId, PatientDetails details) implements RequestCommand {

        @Override
        public Optional<AppointmentId> appointment() {
            return Optional.empty();
        }
    }

    /** Forget everything personal about a patient. */
    record ErasePatient(PatientId patientId) implements RequestCommand {

        @Override
        public Optional<AppointmentId> appointment() {
            return Optional.empty();
        }
    }

    /** Confirm an appointment by hand. */
    record Confirm(AppointmentId appointmentId) implements ConfirmationCommand {
    }

    /** Say how an appointment went. */
    record Complete(AppointmentId appointmentId, CompletionOutcome outcome) implements ConfirmationCommand {
    }
}

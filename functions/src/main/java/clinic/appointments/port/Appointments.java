package clinic.appointments.port;

import java.util.Optional;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Reminder;

/** Single appointments. */
public interface Appointments {

    /** Reads one, strongly consistent. */
    Optional<Appointment> find(AppointmentId id);

    /**
     * Writes the change of status that the appointment's latest history entry tells of, provided that the stored one is
     * at the version before. Repeating is safe: what is stored already is {@link Written#DONE}.
     */
    Written save(Appointment changed);

    /**
     * Writes the reminder's state, provided that the stored one is still open. Repeating is safe: a reminder that is
     * closed already stays as it is.
     */
    void close(AppointmentId id, Reminder closed);
}

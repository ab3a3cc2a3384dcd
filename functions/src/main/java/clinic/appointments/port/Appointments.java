package clinic.appointments.port;

import java.util.List;
import java.util.Optional;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Decision;
import clinic.appointments.model.Reminder;

/** Single appointments. */
public interface Appointments {

    /** Reads one, strongly consistent. */
    Optional<Appointment> find(AppointmentId id);

    /** Reads those that exist, strongly consistent, in the order of the ids; each id once. */
    List<Appointment> findAll(List<AppointmentId> ids);

    /**
     * Writes a change that claims and releases nothing, provided that the stored appointment is as it was looked at.
     * Repeating is safe: what is stored already is {@link WriteResult#WRITTEN}.
     */
    WriteResult save(Decision.Granted change);

    /**
     * Writes the reminder's state, provided that the stored one is still open. Repeating is safe: a reminder that is
     * closed already stays as it is.
     */
    void close(AppointmentId id, Reminder closed);

    /**
     * Writes the reminder's due time, provided that the stored one is still open. Repeating is safe: a reminder that is
     * closed stays as it is.
     */
    void putOff(AppointmentId id, Reminder later);

    /** Deletes what the client wrote about it; nothing else changes. Repeating is safe. */
    void deleteNotes(AppointmentId id);
}

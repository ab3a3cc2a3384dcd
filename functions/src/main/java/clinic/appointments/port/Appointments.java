package clinic.appointments.port;

import java.util.List;
import java.util.Optional;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Decision;
import clinic.appointments.model.Reminder;

/** The appointments: the store of single appointments. */
public interface Appointments {

    /** Reads an appointment, strongly consistent. */
    Optional<Appointment> find(AppointmentId id);

    /** Reads the appointments that exist, strongly consistent, in the order of the ids; each id once. */
    List<Appointment> findAll(List<AppointmentId> ids);

    /**
     * Writes a change that claims and releases no time, on condition that the stored appointment is as it was read.
     * Repeating is safe: if it is already stored, the result is {@link WriteResult#WRITTEN}.
     */
    WriteResult save(Decision.Granted change);

    /**
     * Writes a reminder's state or due time, on condition that the stored reminder is still open, and its lease the one
     * that was seen. Repeating is safe: a closed reminder stays as it is, and so does one that another attempt sends.
     *
     * @param seen the appointment as read, or as {@link ReminderLeases#acquire acquired}
     */
    void update(Appointment seen, Reminder changed);

    /** Deletes the client's notes on the appointment; nothing else changes. Repeating is safe. */
    void deleteNotes(AppointmentId id);
}

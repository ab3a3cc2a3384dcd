package clinic.appointments.port;

import java.time.LocalDate;
import java.util.Optional;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.PatientId;

/** Lists of appointments, eventually consistent: what was written a moment ago may be missing. */
public interface AppointmentSearch {

    /** A patient's appointments, by their start. */
    Page<Appointment> ofPatient(PatientId patient, PageRequest page);

    /** The appointments of a status on a local date, by their start. */
    Page<Appointment> ofStatus(AppointmentStatus status, LocalDate date, PageRequest page);

    /**
     * Which part of a list.
     *
     * @param size
     *            at most so many, from 1 to 100
     * @param cursor
     *            where the last page ended
     */
    record PageRequest(int size, Optional<String> cursor) {

        /** BatchGetItem reads at most 100 items (DynamoDB API Reference, BatchGetItem). */
        public static final int LARGEST = 100;
    }
}

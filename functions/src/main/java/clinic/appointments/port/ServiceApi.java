package clinic.appointments.port;

import java.util.Optional;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.LocalSlot;
import clinic.appointments.model.PatientId;

/**
 * The service's API as a client calls it. A write is on its way when its method returns; its outcome comes later. A
 * call that the API does not take ends with an exception. Keys are the idempotency keys of requests.
 */
public interface ServiceApi {

    /** Registers a made-up patient, who has no address and wants no reminders. */
    void register(String key, PatientId patient);

    /**
     * Books a time without a resource; the appointment's id is the key.
     *
     * @param slot on the clock of UTC
     */
    void book(String key, PatientId patient, LocalSlot slot);

    void cancel(String key, AppointmentId appointment);

    void erase(String key, PatientId patient);

    /** The outcome of the request with this key; empty as long as it has none. */
    Optional<Receipt.Result> outcome(String key);

    /** Whether an appointment is confirmed, or held until a person confirms it. */
    boolean isConfirmedOrHeld(AppointmentId appointment);
}

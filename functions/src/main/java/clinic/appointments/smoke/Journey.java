package clinic.appointments.smoke;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.LocalSlot;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.SmokeId;
import clinic.appointments.port.ServiceApi;

/** A journey of the smoke test: a made-up patient registers, books, is confirmed, cancels, and is erased. */
final class Journey {

    private final String id;
    private final PatientId patient;
    private final Requests requests;
    /** What ends what this journey has begun, the latest first. */
    private final Deque<Request> ends = new ArrayDeque<>();

    /**
     * @param id unique to the journey
     */
    Journey(String id, Requests requests) {
        this.id = SmokeId.PREFIX + id;
        this.patient = new PatientId(this.id);
        this.requests = requests;
    }

    /**
     * Takes all steps.
     *
     * @throws JourneyFailedException at the first step that does not end as it should
     */
    void take(LocalSlot slot) {
        register();
        book(slot);
        while (!ends.isEmpty()) {
            requests.accepted(ends.getFirst());
            ends.removeFirst();
        }
    }

    private void register() {
        ends.addFirst(request("erase", (api, key) -> api.erase(key, patient)));
        requests.accepted(request("register", (api, key) -> api.register(key, patient)));
    }

    private void book(LocalSlot slot) {
        Request booking = request("book", (api, key) -> api.book(key, patient, slot));
        AppointmentId appointment = new AppointmentId(booking.key());
        ends.addFirst(request("cancel", (api, key) -> api.cancel(key, appointment)));
        requests.accepted(booking);
        requests.until(new Request("confirm", booking.key(), _ -> {}), api -> api.isConfirmedOrHeld(appointment));
    }

    /**
     * Ends what was begun, without waiting for it: what the API has taken is carried out however long it takes. A
     * request that was sent before is sent again under its key, which changes nothing.
     */
    void leave() {
        ends.forEach(requests::attempt);
    }

    private Request request(String step, Request.Sending sending) {
        String key = id + "-" + step;
        return new Request(step, key, api -> sending.send(api, key));
    }

    /**
     * A request of a journey.
     *
     * @param step name of its step
     */
    record Request(String step, String key, Consumer<ServiceApi> send) {

        /** The call that sends a request under its key. */
        @FunctionalInterface
        interface Sending {

            void send(ServiceApi api, String key);
        }

        JourneyFailedException failed(String code) {
            return new JourneyFailedException(key, step + " " + code);
        }
    }
}

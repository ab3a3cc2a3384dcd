package clinic.appointments.aws;

import java.util.Optional;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.LocalSlot;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.ServiceApi;
import clinic.appointments.port.ServiceApiException;
import clinic.appointments.wire.Json;
import clinic.appointments.wire.MalformedMessageException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@link ServiceApi} over HTTP, with signed requests. */
public final class SignedServiceApi implements ServiceApi {

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;
    /** Zone of all times, so that a date has no gap and no hour twice. */
    private static final String ZONE = "UTC";

    private final SignedRequests requests;

    public SignedServiceApi(SignedRequests requests) {
        this.requests = requests;
    }

    @Override
    public void register(String key, PatientId patient) {
        write("PUT", "patients/" + patient, key, Json.object().put("firstName", "Smoke").put("lastName", "Test")
                .put("reminderPreference", "NONE"));
    }

    @Override
    public void book(String key, PatientId patient, LocalSlot slot) {
        write("POST", "appointments", key, Json.object().put("patientId", patient.value())
                .put("appointmentDate", slot.date().toString()).put("startTime", slot.start().toString())
                .put("endTime", slot.end().toString()).put("timeZone", ZONE));
    }

    @Override
    public void cancel(String key, AppointmentId appointment) {
        write("POST", "appointments/" + appointment + "/cancel", key, Json.object());
    }

    @Override
    public void erase(String key, PatientId patient) {
        expect(ACCEPTED, requests.send(new SignedRequests.Request("DELETE", "patients/" + patient, "", key)));
    }

    @Override
    public Optional<Receipt.Result> outcome(String key) {
        SignedRequests.Response response = requests.get("requests/" + key);
        return response.status() == NOT_FOUND ? Optional.empty() : outcome(expect(OK, response));
    }

    /** As {@code ReceiptJson} writes it. */
    private static Optional<Receipt.Result> outcome(ObjectNode receipt) {
        return switch (receipt.path("state").asText()) {
            case "ACCEPTED" -> Optional.of(new Receipt.Accepted(Optional.empty()));
            case "REJECTED" -> Optional.of(new Receipt.Rejected(RejectionReason.valueOf(code(receipt))));
            case "PARKED" -> Optional.of(new Receipt.Parked(code(receipt)));
            case String _ -> Optional.empty();
        };
    }

    private static String code(ObjectNode receipt) {
        return receipt.path("code").asText();
    }

    @Override
    public boolean isConfirmedOrHeld(AppointmentId appointment) {
        ObjectNode found = expect(OK, requests.get("appointments/" + appointment));
        return found.path("status").asText().equals("CONFIRMED") || found.hasNonNull("holdExpiresAt");
    }

    private void write(String method, String path, String key, ObjectNode body) {
        expect(ACCEPTED, requests.send(new SignedRequests.Request(method, path, body.toString(), key)));
    }

    private static ObjectNode expect(int status, SignedRequests.Response response) {
        if (response.status() != status) {
            throw new ServiceApiException("HTTP_" + response.status());
        }
        try {
            return Json.read(response.body());
        } catch (MalformedMessageException unreadable) {
            throw new ServiceApiException("UNREADABLE_BODY");
        }
    }
}

package clinic.appointments.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;

/** A service that always returns the same response, and records the last call. */
final class RecordingService implements LocalService {

    private final String answer;
    private volatile String last = "";

    RecordingService(String answer) {
        this.answer = answer;
    }

    @Override
    public ServiceResponse handle(String action, JsonNode body, String path) {
        last = action + " " + path + " " + body;
        return new ServiceResponse(200, answer);
    }

    String last() {
        return last;
    }
}

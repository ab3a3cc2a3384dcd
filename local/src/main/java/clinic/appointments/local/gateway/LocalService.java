package clinic.appointments.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;

/** A service that runs inside this program behind the gateway, such as the scheduler or the e-mail sink. */
public interface LocalService {

    /**
     * Answers an authorized call. Several threads call it at the same time.
     *
     * @param action name of the operation, such as {@code CreateSchedule} or {@code SendEmail}
     * @param body parsed body, or null when the call has none
     * @param path path as received, with its query
     */
    ServiceResponse handle(String action, JsonNode body, String path);
}

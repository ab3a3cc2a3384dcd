package clinic.appointments.local.gateway;

/**
 * Answer to a call, as it goes over the wire.
 *
 * @param status HTTP status
 * @param body JSON document, possibly empty
 * @param errorType name of the modelled error for the header {@code x-amzn-ErrorType}, or null when there is none
 */
public record ServiceResponse(int status, String body, String errorType) {
}

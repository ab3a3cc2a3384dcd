package clinic.appointments.local.gateway;

/**
 * The response of a service, as it goes over the wire.
 *
 * @param status HTTP status
 * @param body JSON document, possibly empty
 * @param errorType name of the modelled error for the header {@code x-amzn-ErrorType}, empty if there is none
 */
public record ServiceResponse(int status, String body, String errorType) {

    /** A response without an error. */
    public ServiceResponse(int status, String body) {
        this(status, body, "");
    }
}

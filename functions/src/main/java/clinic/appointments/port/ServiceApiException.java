package clinic.appointments.port;

/** A call that the service's API did not take, or did not answer. */
public final class ServiceApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param code what came instead, such as {@code HTTP_500}; it quotes nothing
     */
    public ServiceApiException(String code) {
        super(code);
    }

    public String code() {
        return String.valueOf(getMessage());
    }
}

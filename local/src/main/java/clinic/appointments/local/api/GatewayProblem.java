package clinic.appointments.local.api;

/** The responses that API Gateway generates itself (API Gateway: "Gateway response types"). */
enum GatewayProblem {

    BAD_REQUEST_BODY(400),
    BAD_REQUEST_PARAMETERS(400),
    MISSING_AUTHENTICATION_TOKEN(403),
    UNSUPPORTED_MEDIA_TYPE(415),
    REQUEST_TOO_LARGE(413),
    /** The function failed or returned something that is not a response (API Gateway: "Handle Lambda errors"). */
    DEFAULT_5XX(502),
    INTEGRATION_TIMEOUT(504),
    INTEGRATION_FAILURE(504);

    private final int status;

    GatewayProblem(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    String fallback() {
        return status < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX";
    }
}

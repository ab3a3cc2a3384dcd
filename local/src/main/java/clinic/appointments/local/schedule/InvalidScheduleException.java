package clinic.appointments.local.schedule;

/** A request that Scheduler rejects with ValidationException; the message names the field. */
final class InvalidScheduleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidScheduleException(String message) {
        super(message);
    }
}

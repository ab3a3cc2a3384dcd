package clinic.appointments.smoke;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;

import clinic.appointments.port.Deadline;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.ServiceApi;
import clinic.appointments.port.ServiceApiException;

/**
 * The client of one journey: sends its requests and waits for their outcomes, by asking.
 *
 * @param pause blocks for the given time
 * @param deadline end of the invocation
 */
record Requests(ServiceApi api, Consumer<Duration> pause, Deadline deadline) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    /** For two requests that clean up, each of which takes six seconds at most. */
    private static final Duration FOR_CLEANING_UP = Duration.ofSeconds(15);

    /**
     * Sends a request that must be accepted in time.
     *
     * @throws JourneyFailedException naming the step and what came instead
     */
    void accepted(Journey.Request request) {
        until(request, _ -> isAccepted(request));
    }

    /** Sends a request and waits until something is so; errors as above. */
    void until(Journey.Request request, Predicate<ServiceApi> isSo) {
        try {
            request.send().accept(api);
            waitFor(request, isSo);
        } catch (ServiceApiException refused) {
            throw request.failed(refused.code());
        }
    }

    /** Sends a request, whatever becomes of it: the failure of its journey is already reported. */
    void attempt(Journey.Request request) {
        try {
            request.send().accept(api);
        } catch (ServiceApiException _) {
            // There is no time for another attempt; what is left behind is nobody's, and in nobody's way.
        }
    }

    private void waitFor(Journey.Request request, Predicate<ServiceApi> isSo) {
        while (!isSo.test(api)) {
            if (deadline.remaining().minus(BETWEEN_LOOKS).compareTo(FOR_CLEANING_UP) < 0) {
                throw request.failed("NO_OUTCOME_IN_TIME");
            }
            pause.accept(BETWEEN_LOOKS);
        }
    }

    private boolean isAccepted(Journey.Request request) {
        return api.outcome(request.key()).map(outcome -> switch (outcome) {
            case Receipt.Accepted _ -> true;
            case Receipt.Rejected(var reason, var _) -> throw request.failed(reason.name());
            case Receipt.Parked _ -> throw request.failed("PARKED");
        }).orElse(false);
    }
}

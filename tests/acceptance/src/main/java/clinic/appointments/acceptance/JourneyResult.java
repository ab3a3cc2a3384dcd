package clinic.appointments.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The result of a journey.
 *
 * @param requests ids of its requests, which are their correlation ids in logs and traces
 * @param failure what was not as it should be; empty when the journey went well
 */
public record JourneyResult(String journey, List<Step> steps, List<String> requests, Optional<String> failure) {

    public JourneyResult {
        steps = List.copyOf(steps);
        requests = List.copyOf(requests);
    }

    public boolean isPassed() {
        return failure.isEmpty();
    }

    Duration taken() {
        return steps.stream().map(Step::taken).reduce(Duration.ZERO, Duration::plus);
    }
}

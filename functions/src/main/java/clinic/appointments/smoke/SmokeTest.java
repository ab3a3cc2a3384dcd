package clinic.appointments.smoke;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

import clinic.appointments.model.BookingTerms;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.JourneyReport;
import clinic.appointments.port.ServiceApi;

/**
 * The smoke test: takes a journey, reports it, and cleans up after one that failed. Each journey has ids of its own, so
 * that nothing that an earlier one has left can be in its way.
 */
final class SmokeTest {

    private final ServiceApi api;
    private final JourneyReport report;
    private final BookingTerms terms;
    private final InstantSource clock;
    private final Consumer<Duration> pause;

    /**
     * @param pause blocks for the given time
     */
    SmokeTest(ServiceApi api, JourneyReport report, BookingTerms terms, InstantSource clock,
            Consumer<Duration> pause) {
        this.api = api;
        this.report = report;
        this.terms = terms;
        this.clock = clock;
        this.pause = pause;
    }

    /** How a journey ended. */
    enum Outcome {
        SUCCEEDED, FAILED
    }

    /**
     * Takes one journey.
     *
     * @param id unique to the journey
     * @param deadline end of the invocation, before which the journey cleans up
     */
    Outcome run(String id, Deadline deadline) {
        Journey journey = new Journey(id, new Requests(api, pause, deadline));
        try {
            journey.take(SmokeSlot.next(terms, clock.instant()));
            report.succeeded();
            return Outcome.SUCCEEDED;
        } catch (JourneyFailedException failed) {
            report.failed(failed.key(), failed.reason());
            journey.leave();
            return Outcome.FAILED;
        }
    }
}

package clinic.appointments.acceptance;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import clinic.appointments.infrastructure.StartProblem;
import clinic.appointments.local.run.LastWord;
import clinic.appointments.preflight.PreflightProblem;

/** Takes all journeys through the API of a stage, and reports on them. */
public final class Acceptance {

    private Acceptance() {
    }

    /** Exits with 1 when a journey failed or none could begin. */
    public static void main(String[] arguments) {
        System.exit(LastWord.ofThisProgram().say(problem()));
    }

    private static Optional<String> problem() {
        try {
            ApiEndpoint endpoint = new EndpointFinder(System.getProperties()).find();
            System.out.println("Journeys through " + endpoint.url());
            List<JourneyResult> results = through(endpoint);
            System.out.print(report(results));
            return Optional.of(results.stream().filter(result -> !result.isPassed()).count()).filter(count -> count > 0)
                    .map("%d journeys failed."::formatted);
        } catch (AcceptanceProblem | PreflightProblem | StartProblem problem) {
            return Optional.of(String.valueOf(problem.getMessage()));
        }
    }

    /** Takes all journeys through an API on this machine. */
    public static List<JourneyResult> through(URI local) {
        return through(ApiEndpoint.local(local));
    }

    private static List<JourneyResult> through(ApiEndpoint endpoint) {
        SignedApi api = new SignedApi(endpoint);
        return Arrays.stream(Journey.values())
                .map(journey -> journey.take(api, UUID.randomUUID().toString().substring(0, 12))).toList();
    }

    /** One paragraph for each journey, with the ids that lead to the logs of a failed one. */
    public static String report(List<JourneyResult> results) {
        long passed = results.stream().filter(JourneyResult::isPassed).count();
        return results.stream().map(Acceptance::paragraph).collect(Collectors.joining())
                + "%d of %d journeys passed%n".formatted(passed, results.size());
    }

    private static String paragraph(JourneyResult result) {
        String slowest = result.steps().stream().max(Comparator.comparing(Step::taken))
                .map(step -> "slowest step: %s, %s".formatted(step.name(), seconds(step.taken()))).orElse("no step");
        String line = "%s  %s, %d steps, %s (%s)%n".formatted(result.isPassed() ? "passed" : "FAILED",
                result.journey(), result.steps().size(), seconds(result.taken()), slowest);
        return line + result.failure().map(failure -> "        %s%n        correlation ids: %s%n"
                .formatted(failure.replace("\n", "\n        "), String.join(", ", result.requests()))).orElse("");
    }

    private static String seconds(Duration taken) {
        return "%.1f s".formatted(taken.toMillis() / 1000.0);
    }
}

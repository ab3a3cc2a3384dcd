package clinic.appointments.local.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads and validates the body of CreateSchedule (EventBridge Scheduler API Reference: "CreateSchedule",
 * "RetryPolicy", "FlexibleTimeWindow"; EventBridge Scheduler: "Quotas").
 */
final class ScheduleRequest {

    private static final Pattern NAME = Pattern.compile("[0-9a-zA-Z-_.]{1,64}");
    private static final int MAX_INPUT_LENGTH = 256 * 1024;
    private static final int MAX_WINDOW_MINUTES = 1440;
    private static final int MAX_AGE_SECONDS = 86_400;
    private static final int MIN_AGE_SECONDS = 60;
    private static final int MAX_RETRIES = 185;

    private ScheduleRequest() {
    }

    static Schedule read(String name, String group, String arn, JsonNode body) {
        require(NAME.matcher(name).matches(), "Name must match " + NAME + ".");
        checkWindow(body.path("FlexibleTimeWindow"));
        JsonNode target = body.path("Target");
        require(text(target, "Arn").startsWith("arn:aws:sqs:"), "Target.Arn must be a queue's.");
        require(target.path("Input").asText().length() <= MAX_INPUT_LENGTH, "Target.Input is too long.");
        JsonNode retry = target.path("RetryPolicy");
        return new Schedule(name, group, arn,
                OneTimeExpression.instant(text(body, "ScheduleExpression"),
                        body.path("ScheduleExpressionTimezone").asText("UTC")),
                text(target, "Arn"), text(target, "RoleArn"), target.path("Input").asText("{}"),
                Optional.ofNullable(target.path("DeadLetterConfig").path("Arn").textValue()),
                Duration.ofSeconds(
                        within(retry, "MaximumEventAgeInSeconds", MIN_AGE_SECONDS, MAX_AGE_SECONDS)),
                within(retry, "MaximumRetryAttempts", 0, MAX_RETRIES), body);
    }

    private static void checkWindow(JsonNode window) {
        String mode = text(window, "Mode");
        require(List.of("OFF", "FLEXIBLE").contains(mode), "FlexibleTimeWindow.Mode must be OFF or FLEXIBLE.");
        if (mode.equals("FLEXIBLE")) {
            require(window.has("MaximumWindowInMinutes"), "MaximumWindowInMinutes is required when flexible.");
            within(window, "MaximumWindowInMinutes", 1, MAX_WINDOW_MINUTES);
        }
    }

    /** The field's value, or by default the largest allowed one, as in Scheduler. */
    private static int within(JsonNode parent, String field, int minimum, int maximum) {
        int value = parent.path(field).asInt(maximum);
        require(value >= minimum && value <= maximum, field + " must be between " + minimum + " and " + maximum + ".");
        return value;
    }

    private static String text(JsonNode parent, String field) {
        require(parent.hasNonNull(field), field + " is required.");
        return parent.path(field).asText();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new InvalidScheduleException(otherwise);
        }
    }
}

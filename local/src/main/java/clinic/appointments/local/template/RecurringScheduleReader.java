package clinic.appointments.local.template;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads a schedule that recurs at a rate (EventBridge Scheduler: "Schedule types"). */
record RecurringScheduleReader(TemplateResource resource, JsonNode properties) {

    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");

    RecurringSchedule read() {
        JsonNode target = properties.path("Target");
        return new RecurringSchedule(resource.id(), properties.path("GroupName").asText("default"), rate(),
                target.path("Arn").asText(), target.path("RoleArn").asText(), target.path("Input").asText("{}"),
                Optional.ofNullable(target.path("DeadLetterConfig").path("Arn").textValue()));
    }

    private Duration rate() {
        Matcher matcher = RATE.matcher(properties.path("ScheduleExpression").asText());
        if (!matcher.matches()) {
            throw new UnsupportedTemplateException(resource.stack().name(), resource.logicalId(),
                    "a schedule expression other than a rate");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "minute" -> Duration.ofMinutes(number);
            case "hour" -> Duration.ofHours(number);
            case String _ -> Duration.ofDays(number);
        };
    }
}

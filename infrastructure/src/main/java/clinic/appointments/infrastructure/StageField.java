package clinic.appointments.infrastructure;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import clinic.appointments.infrastructure.compute.Concurrency;
import clinic.appointments.infrastructure.smoke.SmokeSettings;
import clinic.appointments.infrastructure.storage.IndexShards;
import com.fasterxml.jackson.databind.JsonNode;

/** A setting that a {@link StageFile} may hold. */
enum StageField {

    ACCOUNT("account", "12 digits in quotation marks", text("[0-9]{12}"),
            (settings, value) -> settings.account(Optional.of(value.asText()))),
    REGION("region", "a region such as eu-central-1", text("[a-z]{2}(-[a-z]+)+-[1-9]"),
            (settings, value) -> settings.region(value.asText())),
    SENDER("sender", "an e-mail address", StageField::isEmailAddress,
            (settings, value) -> settings.sender(value.asText())),
    ALARM_RECIPIENTS("alarmRecipients", "a list of e-mail addresses, at least one",
            value -> value.isArray() && !value.isEmpty() && value.valueStream().allMatch(StageField::isEmailAddress),
            (settings, value) -> settings.alarmRecipients(value.valueStream().map(JsonNode::asText).toList())),
    TIME_ZONE("timeZone", "an IANA time zone such as Europe/Berlin", StageField::isTimeZone,
            (settings, value) -> settings.timeZone(ZoneId.of(value.asText()))),
    DEFINED_RESOURCES("definedResources", "true or false", JsonNode::isBoolean,
            (settings, value) -> settings.definedResources(value.asBoolean())),
    OVERDUE_SHARDS("overdueShards", Rules.SHARDS, StageField::isNumberOfShards,
            (settings, value) -> settings.shards(numbers -> numbers.withOverdue(value.asInt()))),
    STATUS_SHARDS("statusShards", Rules.SHARDS, StageField::isNumberOfShards,
            (settings, value) -> settings.shards(numbers -> numbers.withStatus(value.asInt()))),
    RESERVED_CONCURRENCY("concurrency.reserved", "true or false", JsonNode::isBoolean,
            (settings, value) -> settings.concurrency(running -> running.reserved(value.asBoolean()))),
    REQUEST_CONCURRENCY("concurrency.requests", Rules.CONCURRENCY, StageField::isConcurrency,
            (settings, value) -> settings.concurrency(running -> running.requests(value.asInt()))),
    CONFIRMATION_CONCURRENCY("concurrency.confirmations", Rules.CONCURRENCY, StageField::isConcurrency,
            (settings, value) -> settings.concurrency(running -> running.confirmations(value.asInt()))),
    REMINDER_CONCURRENCY("concurrency.reminders", Rules.CONCURRENCY, StageField::isConcurrency,
            (settings, value) -> settings.concurrency(running -> running.reminders(value.asInt()))),
    QUERY_CONCURRENCY("concurrency.queries", Rules.CONCURRENCY, StageField::isConcurrency,
            (settings, value) -> settings.concurrency(running -> running.queries(value.asInt()))),
    SMOKE_TEST("smoke.enabled", "true or false", JsonNode::isBoolean,
            (settings, value) -> settings.smokeTest(value.asBoolean())),
    SMOKE_MINUTES("smoke.minutes",
            "a whole number from " + SmokeSettings.MIN_MINUTES + " to " + SmokeSettings.MAX_MINUTES,
            value -> value.isInt() && value.asInt() >= SmokeSettings.MIN_MINUTES
                    && value.asInt() <= SmokeSettings.MAX_MINUTES,
            (settings, value) -> settings.smokeMinutes(value.asInt()));

    private final String id;
    private final String rule;
    private final Predicate<JsonNode> valid;
    private final BiConsumer<StageSettingsBuilder, JsonNode> setter;

    StageField(String id, String rule, Predicate<JsonNode> valid, BiConsumer<StageSettingsBuilder, JsonNode> setter) {
        this.id = id;
        this.rule = rule;
        this.valid = valid;
        this.setter = setter;
    }

    /** The field of that name; an {@link IllegalArgumentException} lists the known ones when there is none. */
    static StageField named(String id) {
        return Arrays.stream(values()).filter(field -> field.id.equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " is not a setting; the settings are "
                        + Arrays.stream(values()).map(StageField::id).collect(Collectors.joining(", "))));
    }

    /** Name in the file; a dot leads into an object. */
    String id() {
        return id;
    }

    /** Completes the sentence "the field must be …". */
    String rule() {
        return rule;
    }

    /** Changes the setting; an {@link IllegalArgumentException} names field and rule when the value breaks it. */
    void apply(StageSettingsBuilder settings, JsonNode value) {
        if (!valid.test(value)) {
            throw new IllegalArgumentException(id + " must be " + rule + ", not " + value);
        }
        setter.accept(settings, value);
    }

    private static Predicate<JsonNode> text(String pattern) {
        return value -> value.isTextual() && value.asText().matches(pattern);
    }

    private static boolean isEmailAddress(JsonNode value) {
        return text("[^@\\s]+@[^@\\s]+").test(value);
    }

    private static boolean isTimeZone(JsonNode value) {
        return value.isTextual() && ZoneId.getAvailableZoneIds().contains(value.asText());
    }

    private static boolean isConcurrency(JsonNode value) {
        return value.isInt() && value.asInt() >= Concurrency.MIN && value.asInt() <= Concurrency.MAX;
    }

    private static boolean isNumberOfShards(JsonNode value) {
        return value.isInt() && value.asInt() >= 1 && value.asInt() <= IndexShards.MAX;
    }

    private static final class Rules {

        static final String CONCURRENCY = "a whole number from " + Concurrency.MIN + " to " + Concurrency.MAX;
        static final String SHARDS = "a whole number from 1 to " + IndexShards.MAX;
    }
}

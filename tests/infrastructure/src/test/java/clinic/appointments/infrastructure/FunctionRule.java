package clinic.appointments.infrastructure;

import java.util.ArrayList;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import static clinic.appointments.infrastructure.Resources.elements;

/** Rules about functions, their environment and their logs. */
enum FunctionRule implements TemplateRule {

    EVERY_FUNCTION_RUNS_ON_ARM_AND_JAVA_25(
            functions(function -> !function.properties().path("Runtime").asText().equals("java25")
                    || !function.properties().path("Architectures").toString().equals("[\"arm64\"]"))),
    EVERY_FUNCTION_IS_TRACED(
            functions(function -> !function.properties().at("/TracingConfig/Mode").asText().equals("Active"))),
    EVERY_FUNCTION_HAS_A_ROLE_OF_ITS_OWN(functionsSharing("/Role/Fn::GetAtt/0")),
    EVERY_FUNCTION_HAS_A_LOG_GROUP_OF_ITS_OWN(functionsSharing("/LoggingConfig/LogGroup/Ref")),
    EVERY_ENVIRONMENT_IS_ENCRYPTED_WITH_THE_KEY(functions(
            function -> function.properties().has("Environment") && !function.properties().has("KmsKeyArn"))),
    NO_VARIABLE_HOLDS_A_SECRET(functions(function -> variables(function)
            .anyMatch(name -> Patterns.SECRET_NAME.matcher(name).find()
                    || Patterns.SECRET_VALUE.matcher(value(function, name)).find()))),
    /** The sender is the service's own address. */
    NO_VARIABLE_HOLDS_PERSONAL_DATA(functions(function -> variables(function)
            .anyMatch(name -> !name.equals("REMINDER_SENDER")
                    && Patterns.PERSONAL_VALUE.matcher(value(function, name)).find()))),
    NO_FUNCTION_HAS_AN_ADDRESS_OF_ITS_OWN(resources -> resources.of("AWS::Lambda::Url").map(Resources.Entry::id)),
    /** Otherwise anybody's API, rule or topic may call the function. */
    EVERY_INVOKER_OF_A_FUNCTION_IS_NAMED(resources -> resources.of("AWS::Lambda::Permission")
            .filter(permission -> permission.properties().path("Principal").asText().equals("*")
                    || !permission.properties().has("SourceArn"))
            .map(Resources.Entry::id)),
    EVERY_LOG_GROUP_IS_ENCRYPTED_WITH_THE_KEY(resources -> resources.of("AWS::Logs::LogGroup")
            .filter(group -> !group.properties().has("KmsKeyId")).map(Resources.Entry::id)),
    /** A version of a failed deployment would block the next one; without older versions there is no way back. */
    VERSIONS_OUTLIVE_ALL_BUT_A_FAILED_DEPLOYMENT(resources -> resources.of("AWS::Lambda::Version")
            .map(Resources.Entry::id)
            .filter(id -> !resources.byId().path(id).path("DeletionPolicy").asText().equals("RetainExceptOnCreate"))),
    /** Failures of the old version would otherwise keep out the version that mends them. */
    A_RELEASE_IS_JUDGED_BY_ITS_NEW_VERSION(
            releaseAlarms(alarm -> !namesVersion(alarm.properties().path("Dimensions"))
                    && !namesVersion(alarm.properties().path("Metrics")))),
    /** An updated alarm would keep the state in which the version before has left it. */
    A_RELEASE_ALARM_IS_NEW_FOR_EACH_VERSION(
            releaseAlarms(alarm -> !namesVersion(alarm.properties().path("AlarmName")))),
    EVERY_LOG_GROUP_FORGETS(resources -> resources.of("AWS::Logs::LogGroup")
            .filter(group -> !group.properties().has("RetentionInDays")).map(Resources.Entry::id));

    private final Function<Resources, Stream<String>> breaches;

    FunctionRule(Function<Resources, Stream<String>> breaches) {
        this.breaches = breaches;
    }

    @Override
    public Stream<String> breaches(Resources resources) {
        return breaches.apply(resources);
    }

    private static Function<Resources, Stream<String>> functions(Predicate<Resources.Entry> breaks) {
        return resources -> resources.of("AWS::Lambda::Function").filter(breaks).map(Resources.Entry::id);
    }

    private static Function<Resources, Stream<String>> releaseAlarms(Predicate<Resources.Entry> breaks) {
        return resources -> resources.of("AWS::CodeDeploy::DeploymentGroup")
                .flatMap(group -> elements(group.properties().at("/AlarmConfiguration/Alarms")))
                .map(alarm -> alarm.at("/Name/Ref").asText())
                .map(id -> new Resources.Entry(id, resources.properties(id))).filter(breaks).map(Resources.Entry::id);
    }

    private static boolean namesVersion(JsonNode part) {
        return part.toString().matches(".*\\[\"\\w+CurrentVersion\\w+\",\"Version\"].*");
    }

    private static Function<Resources, Stream<String>> functionsSharing(String pointer) {
        return resources -> {
            var taken = new ArrayList<JsonNode>();
            return resources.of("AWS::Lambda::Function").filter(function -> {
                var used = function.properties().at(pointer);
                var free = !used.isMissingNode() && !taken.contains(used);
                taken.add(used);
                return !free;
            }).map(Resources.Entry::id);
        };
    }

    private static Stream<String> variables(Resources.Entry function) {
        return function.properties().at("/Environment/Variables").propertyStream().map(Map.Entry::getKey);
    }

    private static String value(Resources.Entry function, String name) {
        return function.properties().at("/Environment/Variables").path(name).toString();
    }

    private static final class Patterns {

        static final Pattern SECRET_NAME = Pattern.compile("SECRET|PASSW|TOKEN|CREDENTIAL|PRIVATE|API_?KEY");
        static final Pattern SECRET_VALUE = Pattern.compile("resolve:|-----BEGIN|AKIA[0-9A-Z]{16}");
        static final Pattern PERSONAL_VALUE = Pattern.compile("@|\\+\\d{6,}|\\b(19|20)\\d{2}-\\d{2}-\\d{2}\\b");
    }
}

package clinic.appointments.preflight;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Questions about what the account allows.
 *
 * @param serviceIsDeployed whether the functions' reservations count already
 */
record QuotaChecks(Target target, Answers answers, BooleanSupplier serviceIsDeployed) {

    /** Lambda: "Configuring reserved concurrency for a function". */
    private static final int UNRESERVED = 100;
    private static final String CONCURRENCY = "Lambda concurrency";
    private static final String SCHEDULES = "Scheduler quota";
    private static final String KEYS = "KMS quota";
    private static final String QUOTAS = "servicequotas:ListServiceQuotas and ListAWSDefaultServiceQuotas";

    List<Check> all() {
        return List.of(new Check(CONCURRENCY, "lambda:GetAccountSettings", this::concurrency),
                new Check(SCHEDULES, QUOTAS, this::schedules), new Check(KEYS, QUOTAS, this::keys));
    }

    private Finding concurrency() {
        var limit = answers.get(AwsService.LAMBDA, "/2016-08-19/account-settings").path("AccountLimit");
        var needed = target.settings().functions().concurrency().totalReserved();
        return needed == 0 ? unreserved(limit.path("ConcurrentExecutions").asInt())
                : reserved(limit.path("ConcurrentExecutions").asInt(),
                        limit.path("UnreservedConcurrentExecutions").asInt(), needed);
    }

    private Finding unreserved(int quota) {
        var needed = target.settings().functions().concurrency().total();
        return quota >= needed ? Finding.ok(CONCURRENCY, quota + ", of which nothing is reserved")
                : Finding.missing(CONCURRENCY, quota + ", and the functions may take " + needed,
                        "lower concurrency in " + target.file());
    }

    private Finding reserved(int quota, int free, int needed) {
        var left = serviceIsDeployed.getAsBoolean() ? quota - needed : free - needed;
        return left >= UNRESERVED ? Finding.ok(CONCURRENCY, quota + ", enough for " + needed + " reserved")
                : Finding.missing(CONCURRENCY,
                        "%d, of which %d are free; %d are to be reserved and %d must be left".formatted(quota, free,
                                needed, UNRESERVED),
                        "aws service-quotas request-service-quota-increase --service-code lambda --quota-code "
                                + "L-B99A9384 --desired-value " + Math.max(1000, needed + UNRESERVED)
                                + ", or concurrency.reserved: false in " + target.file());
    }

    /** Each booking that arrives in a second may set a schedule for every reminder of the plan. */
    private Finding schedules() {
        var rate = target.settings().api().requestsPerSecond() * target.settings().reminders().plan().offsets().size();
        return quota(SCHEDULES, "scheduler", "CreateSchedule", rate, "schedules a second");
    }

    /** Each message, and each start of a function, may need a key. */
    private Finding keys() {
        var rate = target.settings().api().requestsPerSecond() + target.settings().functions().concurrency().total();
        return quota(KEYS, "kms", "Cryptographic operations (symmetric)", rate, "uses of a key a second");
    }

    private Finding quota(String subject, String service, String name, int needed, String what) {
        return Stream.of("ListServiceQuotas", "ListAWSDefaultServiceQuotas")
                .flatMap(operation -> quotas(operation, service, name)).findFirst()
                .map(quota -> compared(subject, quota, needed, what))
                .orElseGet(() -> Finding.ok(subject, "not listed; the stage may need " + needed + " " + what));
    }

    private static Finding compared(String subject, JsonNode quota, int needed, String what) {
        var value = quota.path("Value").asInt();
        return value >= needed ? Finding.ok(subject, value + " " + what)
                : Finding.missing(subject, value + " " + what + ", and the stage may need " + needed,
                        "aws service-quotas request-service-quota-increase --service-code "
                                + quota.path("ServiceCode").asText() + " --quota-code "
                                + quota.path("QuotaCode").asText() + " --desired-value " + needed);
    }

    /** Quotas that were never changed are listed by the second operation only. */
    private Stream<JsonNode> quotas(String operation, String service, String name) {
        return answers.ask(AwsService.SERVICE_QUOTAS, "ServiceQuotasV20190624." + operation,
                JsonNodeFactory.instance.objectNode().put("ServiceCode", service).put("MaxResults", 100))
                .path("Quotas").valueStream().filter(quota -> quota.path("QuotaName").asText().startsWith(name));
    }
}

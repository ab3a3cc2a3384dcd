package clinic.appointments.infrastructure.monitoring;

import java.util.Arrays;
import java.util.List;

import clinic.appointments.contract.MetricName;
import clinic.appointments.infrastructure.api.AppointmentApi;
import clinic.appointments.infrastructure.compute.AlarmTopic;
import clinic.appointments.infrastructure.compute.ServiceFunction;
import clinic.appointments.infrastructure.compute.ServiceMetrics;
import clinic.appointments.infrastructure.messaging.WorkQueue;
import clinic.appointments.infrastructure.messaging.WorkQueues;
import clinic.appointments.infrastructure.storage.WatchedTable;
import clinic.appointments.model.OutsideFault;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.ReminderState;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.AlarmBase;
import software.amazon.awscdk.services.cloudwatch.AlarmRule;
import software.amazon.awscdk.services.cloudwatch.CompositeAlarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** The alarms of a stage, and the one made of all of them that pages. */
public final class ServiceAlarms {

    /**
     * Rejections that say something about the service or a client of it when there are suddenly many: names of
     * rejection reasons. Values that are merely invalid are on the dashboard.
     */
    public static final List<String> REJECTIONS = Arrays.stream(RejectionReason.values()).map(Enum::name)
            .filter(reason -> !reason.startsWith("INVALID_")).toList();

    private static final MetricOptions HIGHEST = MetricOptions.builder().statistic("Maximum")
            .period(Duration.minutes(1)).build();
    private static final MetricOptions COUNT = MetricOptions.builder().statistic("Sum").period(Duration.minutes(1))
            .build();
    /** One in a hundred may be a cold start. */
    private static final MetricOptions SLOWEST = MetricOptions.builder().statistic("p99").period(Duration.minutes(1))
            .build();
    private static final Duration QUARTER = Duration.minutes(15);
    private static final MetricOptions REFUSALS = MetricOptions.builder().statistic("Sum").period(QUARTER).build();
    /** In a quarter of an hour; fewer are patients with a wrong address each. */
    private static final int MANY_LETTERS = 10;
    /** Standard deviations around what is usual; twice would be one false alarm in twenty. */
    private static final int USUAL = 4;

    private final Construct scope;
    private final AlarmSettings settings;
    private final AlarmFactory alarms;

    /**
     * @param changes hears of each alarm
     */
    public ServiceAlarms(Construct scope, AlarmSettings settings, AlarmTopic changes) {
        this.scope = scope;
        this.settings = settings;
        alarms = new AlarmFactory(scope, changes);
    }

    /**
     * Watches whether the API answers, in time, and refuses no more than usual (API Gateway: "Amazon API Gateway
     * metrics").
     */
    public void watch(AppointmentApi watched) {
        var api = watched.api();
        alarms.reaches("ApiErrors", api.metricServerError(COUNT), 1, 2,
                RunbookSection.API_ERRORS.describes("The API fails to answer."));
        alarms.reaches("ApiSlow", api.metricLatency(SLOWEST), settings.apiLatency().toMillis(), 3,
                RunbookSection.SLOW_API.describes("The API answers slowly."));
        alarms.exceedsItsBand("ApiRefusals", api.metricClientError(REFUSALS), USUAL, 2,
                RunbookSection.API_REFUSALS.describes("The API refuses unusually many requests."));
    }

    /** Watches whether messages wait, and whether any has been given up. */
    public void watch(WorkQueues queues) {
        queues.all().forEach(this::watch);
        givenUp(queues.undelivered(), RunbookSection.UNDELIVERED_REMINDERS,
                "A reminder could not be delivered to its queue.");
    }

    private void watch(WorkQueue work) {
        var id = work.queue().getNode().getId();
        alarms.reaches(id + "OldestMessage", work.queue().metricApproximateAgeOfOldestMessage(HIGHEST),
                settings.oldestMessage().toSeconds(), 3,
                RunbookSection.OLDEST_MESSAGE.describes("Messages wait too long in " + id + "."));
        alarms.reaches(id + "Backlog", work.queue().metricApproximateNumberOfMessagesVisible(HIGHEST),
                settings.backlog(), 5, RunbookSection.BACKLOG.describes("Too many messages wait in " + id + "."));
        givenUp(work.deadLetters(), RunbookSection.DEAD_LETTERS, "A message was parked or given up.");
    }

    private void givenUp(IQueue deadLetters, RunbookSection section, String meaning) {
        alarms.reaches(deadLetters.getNode().getId() + "Visible",
                deadLetters.metricApproximateNumberOfMessagesVisible(HIGHEST), 1, 1, section.describes(meaning));
    }

    /** Watches whether invocations fail, are refused or come near their timeout. */
    public void watch(ServiceFunction function) {
        var id = function.id();
        alarms.reaches(id + "Errors", function.function().metricErrors(COUNT), 1, 2,
                RunbookSection.FUNCTION_ERRORS.describes("Invocations of " + id + " fail."));
        alarms.reaches(id + "Throttles", function.function().metricThrottles(COUNT), 1, 5,
                RunbookSection.FUNCTION_THROTTLES.describes("Lambda refuses to invoke " + id + "."));
        alarms.reaches(id + "Slow", function.function().metricDuration(HIGHEST),
                ServiceFunction.TIMEOUT.toMilliseconds().longValue() * settings.shareOfTimeout() / 100, 3,
                RunbookSection.SLOW_FUNCTION.describes(id + " comes near its timeout."));
    }

    /** Watches what the functions count: messages that fail though their batch does not, and unusual rejections. */
    public void watch(ServiceMetrics metrics) {
        alarms.reaches("FailedMessages", metrics.total(MetricName.FAILED, Duration.minutes(5)),
                settings.failedMessages(), 1,
                RunbookSection.FAILED_MESSAGES.describes("Messages fail and are delivered again."));
        REJECTIONS.forEach(reason -> alarms.exceedsItsBand("Rejections" + reason, rejections(metrics, reason), USUAL, 2,
                RunbookSection.UNUSUAL_REJECTIONS.describes("Unusually many rejections: " + reason + ".")));
    }

    /**
     * Watches whether the provider of e-mail takes letters. One that can never be sent is nobody's night: only when
     * there are suddenly many of them somebody is to look, whether they are the patients' or ours.
     */
    public void watchMail(ServiceMetrics metrics) {
        alarms.reaches("MailNotTaken", metrics.dueTo(MetricName.FAILED, OutsideFault.MAIL_NOT_TAKEN.name(), QUARTER), 1,
                2, RunbookSection.MAIL_NOT_TAKEN.describes("SES takes no letters."));
        alarms.reaches("UndeliverableLetters",
                metrics.dueTo(MetricName.ACCEPTED, ReminderState.SKIPPED_UNDELIVERABLE.name(), QUARTER),
                MANY_LETTERS, 1,
                RunbookSection.UNDELIVERABLE_LETTERS.describes("Many letters can never be sent."));
    }

    private static IMetric rejections(ServiceMetrics metrics, String reason) {
        return metrics.dueTo(MetricName.REJECTED, reason, QUARTER);
    }

    /**
     * Watches what reconciliation finds: a quarter of an hour later it has been made up for, or something is broken.
     * When nothing is told, nobody reconciles.
     */
    public void watchOverdue(ServiceMetrics metrics) {
        overdue(metrics, MetricName.OVERDUE_REMINDERS, RunbookSection.OVERDUE_REMINDERS,
                "Reminders that are due are not sent, or nobody looks.");
        overdue(metrics, MetricName.OVERDUE_HOLDS, RunbookSection.OVERDUE_HOLDS,
                "Holds that have ended still block their time, or nobody looks.");
        overdue(metrics, MetricName.OVERDUE_CONFIRMATIONS, RunbookSection.OVERDUE_CONFIRMATIONS,
                "Requested appointments are not confirmed, or nobody looks.");
    }

    private void overdue(ServiceMetrics metrics, MetricName name, RunbookSection section, String meaning) {
        alarms.reachesOrIsSilent(name.id(), metrics.gauge(name, QUARTER), 1, 2, section.describes(meaning));
    }

    /** Watches whether DynamoDB keeps up and answers. */
    public void watch(WatchedTable table) {
        var metrics = new TableMetrics(table.name());
        alarms.reaches(table.id() + "Throttles", metrics.throttles(), 1, 3,
                RunbookSection.TABLE_THROTTLES.describes(table.id() + " is throttled."));
        alarms.reaches(table.id() + "SystemErrors", metrics.systemErrors(), 1, 3,
                RunbookSection.TABLE_ERRORS.describes("DynamoDB fails to answer for " + table.id() + "."));
        table.indexes().forEach(index -> alarms.reaches(table.id() + index + "Throttles", metrics.throttlesOf(index),
                1, 3, RunbookSection.INDEX_THROTTLES.describes("Index " + index + " holds up writes.")));
    }

    /** Every alarm made so far. */
    public List<AlarmBase> all() {
        return alarms.alarms();
    }

    /**
     * Makes the one alarm that pages while any of them is on.
     *
     * @param key encrypts the pages; CloudWatch may use it
     */
    public void page(IKey key) {
        var pages = new AlarmTopic(scope, "Pages", key);
        pages.mails(settings.recipients(), undeliveredPages(key));
        var rule = AlarmRule.anyOf(alarms.alarms().toArray(AlarmBase[]::new));
        pages.hears(CompositeAlarm.Builder.create(scope, "Page").alarmRule(rule)
                .alarmDescription(RunbookSection.PAGE.describes("Appointments need somebody.")).build());
    }

    /**
     * SNS gives up on an address after hours (Amazon SNS: "Amazon SNS message delivery retries"); then it lies here.
     */
    private Queue undeliveredPages(IKey key) {
        var queue = Queue.Builder.create(scope, "PagesDLQ").encryption(QueueEncryption.KMS).encryptionMasterKey(key)
                .enforceSsl(true).retentionPeriod(Duration.days(14)).build();
        givenUp(queue, RunbookSection.UNDELIVERED_PAGES, "Somebody could not be called.");
        return queue;
    }
}

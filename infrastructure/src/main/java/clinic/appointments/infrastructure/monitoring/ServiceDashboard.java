package clinic.appointments.infrastructure.monitoring;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

import clinic.appointments.contract.MetricName;
import clinic.appointments.infrastructure.api.AppointmentApi;
import clinic.appointments.infrastructure.compute.ServiceMetrics;
import clinic.appointments.infrastructure.messaging.WorkQueues;
import clinic.appointments.infrastructure.patterns.ServiceFunction;
import clinic.appointments.infrastructure.patterns.WorkQueue;
import clinic.appointments.infrastructure.smoke.Smoke;
import clinic.appointments.infrastructure.storage.StoreTable;
import clinic.appointments.model.ExternalFault;
import clinic.appointments.model.ReminderState;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.services.cloudwatch.AlarmBase;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.HorizontalAnnotation;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.Spacer;
import software.amazon.awscdk.services.cloudwatch.YAxisProps;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

import static clinic.appointments.infrastructure.patterns.MainChild.DEFAULT_ID;

/**
 * The dashboard of a stage: from left to right the path of an appointment, from top to bottom waiting messages,
 * invocations, durations, dead letters and outcomes.
 */
public final class ServiceDashboard extends Construct {

    /** The API is on the left, with five columns beside it. */
    private static final int API_COLUMN = 4;
    private static final int COLUMN = 4;
    private static final int ROW = 6;
    private static final Duration MINUTE = Duration.minutes(1);

    private final Dashboard dashboard;
    /** Widgets for the left column of the following rows. */
    private final Deque<IWidget> left = new ArrayDeque<>();

    public ServiceDashboard(Construct scope, String id) {
        super(scope, id);
        dashboard = Dashboard.Builder.create(this, DEFAULT_ID)
                .dashboardName(Stage.of(this).getStageName() + "-Appointments").build();
    }

    /** Shows the state of the alarms. */
    public void showAlarms(List<AlarmBase> alarms) {
        dashboard.addWidgets(AlarmStatusWidget.Builder.create().title("Alarms").alarms(alarms)
                .width(API_COLUMN + 5 * COLUMN).height(5).build());
    }

    /** Shows how well the objectives were met in the last hour, with their targets. */
    public void showObjectives(Objectives objectives, AlarmSettings settings) {
        dashboard.addWidgets(Arrays.stream(Objective.values())
                .map(objective -> objective(objective, objectives, settings.target(objective)))
                .toArray(IWidget[]::new));
    }

    /** Shows the API in the column to the left of the following rows. */
    public void showApi(AppointmentApi watched) {
        var api = watched.api();
        left.add(first("API", api.metricCount(statistic("SampleCount"))));
        left.add(first("API: client and server errors", api.metricClientError(statistic("Sum")),
                api.metricServerError(statistic("Sum"))));
        left.add(first("API: latency", api.metricLatency(statistic("p50")), api.metricLatency(statistic("p99"))));
    }

    /** Shows the waiting messages and the queries. */
    public void showWaiting(WorkQueues queues, ServiceMetrics metrics) {
        row(Stream.concat(queues.all().stream().map(ServiceDashboard::waiting),
                Stream.of(graph("Queries by status", metrics.byStatus()))));
    }

    /** Shows invocations and durations of the functions. */
    public void showFunctions(List<ServiceFunction> functions) {
        row(functions.stream().map(ServiceDashboard::invocations));
        row(functions.stream().map(ServiceDashboard::durations));
    }

    /** Shows the dead-letter queues. */
    public void showGivenUp(WorkQueues queues) {
        row(Stream.concat(
                queues.all().stream().map(work -> deadLetters(work.deadLetterName(), work.deadLetters())),
                Stream.of(deadLetters(WorkQueues.UNDELIVERED_ID, queues.undelivered()))));
    }

    /** Shows the outcomes of messages, and the throttling of tables. */
    public void showOutcomes(ServiceMetrics metrics, List<StoreTable> tables) {
        row(Stream.of(graph("Accepted", metrics.byReason(MetricName.ACCEPTED)),
                graph("Rejected", metrics.byReason(MetricName.REJECTED)),
                graph("Parked, deferred, failed", metrics.total(MetricName.PARKED),
                        metrics.total(MetricName.DEFERRED), metrics.total(MetricName.FAILED)),
                graph("Given up", metrics.byReason(MetricName.GIVEN_UP)),
                graph("Throttled by DynamoDB", tables.stream().flatMap(ServiceDashboard::throttles)
                        .toArray(IMetric[]::new))));
    }

    /**
     * Shows the overdue work that reconciliation found, where zero is good and a missing line is not, the e-mails
     * that could not be sent, what SES reported about those that were, and how long patients wait for a confirmation
     * and are reminded ahead.
     */
    public void showOverdue(ServiceMetrics metrics) {
        row(Stream.of(graph("Overdue", Stream
                .of(MetricName.OVERDUE_REMINDERS, MetricName.OVERDUE_HOLDS, MetricName.OVERDUE_CONFIRMATIONS)
                .map(name -> metrics.gauge(name, Duration.minutes(15))).toArray(IMetric[]::new)),
                graph("E-mails: not accepted, undeliverable",
                        metrics.dueTo(MetricName.FAILED, ExternalFault.MAIL_NOT_TAKEN.name(), Duration.minutes(15)),
                        metrics.dueTo(MetricName.ACCEPTED, ReminderState.SKIPPED_UNDELIVERABLE.name(),
                                Duration.minutes(15))),
                graph("E-mails: reported afterwards", metrics.byReason(MetricName.MAIL_EVENT)),
                times("Request to confirmation, ms", MetricName.CONFIRMATION_TIME, metrics),
                times("Reminder to start, s", MetricName.REMINDER_LEAD_TIME, metrics)));
    }

    /** Shows the journeys of the smoke test, all and failed ones, with the invocations of its function. */
    public void showSmokeTest(Smoke test, ServiceMetrics metrics) {
        row(Stream.of(graph("Journeys", metrics.sum(MetricName.SMOKE_JOURNEYS, test.interval()),
                metrics.sum(MetricName.FAILED_SMOKE_JOURNEYS, test.interval())), invocations(test.function()),
                durations(test.function())));
    }

    private static Stream<IMetric> throttles(StoreTable table) {
        var metrics = new TableMetrics(table.table().getTableName());
        return Stream.of(metrics.throttledReads().with(MetricOptions.builder().label(table.id() + ", reads").build()),
                metrics.throttledWrites().with(MetricOptions.builder().label(table.id() + ", writes").build()));
    }

    private void row(Stream<GraphWidget> widgets) {
        var beside = left.isEmpty() ? Spacer.Builder.create().width(API_COLUMN).height(ROW).build() : left.remove();
        dashboard.addWidgets(Stream.concat(Stream.of(beside), widgets).toArray(IWidget[]::new));
    }

    private static GraphWidget objective(Objective objective, Objectives objectives, double target) {
        return GraphWidget.Builder.create().title(objective.title()).width((API_COLUMN + 5 * COLUMN) / 3)
                .left(List.of(objectives.errorRate(objective, Duration.hours(1)).goodPercentage()))
                .leftAnnotations(List.of(HorizontalAnnotation.builder().value(target).label("target").build()))
                .leftYAxis(YAxisProps.builder().max(100).build()).build();
    }

    private static GraphWidget waiting(WorkQueue work) {
        var queue = work.queue();
        return graph(work.queueName())
                .left(List.of(queue.metricApproximateNumberOfMessagesVisible(statistic("Maximum"))))
                .right(List.of(queue.metricApproximateAgeOfOldestMessage(statistic("Maximum")))).build();
    }

    private static GraphWidget deadLetters(String name, IQueue queue) {
        return graph(name, queue.metricApproximateNumberOfMessagesVisible(statistic("Maximum")));
    }

    private static GraphWidget invocations(ServiceFunction running) {
        var function = running.function();
        return graph(running.id(), function.metricInvocations(statistic("Sum")),
                function.metricErrors(statistic("Sum")), function.metricThrottles(statistic("Sum")));
    }

    private static GraphWidget durations(ServiceFunction running) {
        var function = running.function();
        return graph(running.id(), function.metricDuration(statistic("p50")),
                function.metricDuration(statistic("p99")));
    }

    private static GraphWidget times(String title, MetricName name, ServiceMetrics metrics) {
        return graph(title, metrics.percentile(name, "p50"), metrics.percentile(name, "p99"));
    }

    private static GraphWidget first(String title, IMetric... metrics) {
        return graph(title).width(API_COLUMN).left(List.of(metrics)).build();
    }

    private static GraphWidget graph(String title, IMetric... metrics) {
        return graph(title).left(List.of(metrics)).build();
    }

    private static GraphWidget.Builder graph(String title) {
        return GraphWidget.Builder.create().title(title).width(COLUMN);
    }

    private static MetricOptions statistic(String statistic) {
        return MetricOptions.builder().statistic(statistic).period(MINUTE).build();
    }
}

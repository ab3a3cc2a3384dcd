package clinic.appointments.infrastructure.monitoring;

import java.util.List;

import software.amazon.awscdk.services.logs.QueryString;

/**
 * A saved query on the logs for investigations; replace the id in capitals.
 *
 * @param title name of the query, which the runbook uses
 */
record SavedQuery(String title, QueryString text) {

    static final List<SavedQuery> ALL = List.of(
            new SavedQuery("Story of an appointment", QueryString.Builder.create()
                    .fields(List.of("@timestamp", "function_name", "outcome", "reason", "message", "receive_count",
                            "correlation_id", "xray_trace_id"))
                    .filterStatements(List.of("appointment_id = 'APPOINTMENT'")).sort("@timestamp asc").limit(1000)
                    .build()),
            new SavedQuery("Story of a correlation id", QueryString.Builder.create()
                    .fields(List.of("@timestamp", "function_name", "outcome", "reason", "message", "appointment_id",
                            "request_id", "message_id", "receive_count", "xray_trace_id"))
                    .filterStatements(List.of("correlation_id = 'CORRELATION'")).sort("@timestamp asc").limit(1000)
                    .build()),
            new SavedQuery("Rejections by reason", QueryString.Builder.create()
                    .filterStatements(List.of("outcome = 'Rejected'"))
                    .statsStatements(List.of("count(*) as rejections by reason, bin(1h) as hour")).sort("hour desc")
                    .build()),
            new SavedQuery("Parked messages", QueryString.Builder.create()
                    .fields(List.of("@timestamp", "function_name", "reason", "request_id", "message_id",
                            "correlation_id"))
                    .filterStatements(List.of("outcome = 'Parked'")).sort("@timestamp desc").limit(200).build()),
            new SavedQuery("Failures by reason", QueryString.Builder.create()
                    .filterStatements(List.of("level = 'ERROR' or record.status in ['timeout', 'error', 'failure']"))
                    .statsStatements(List.of("count(*) as failures, latest(correlation_id) as example, "
                            + "latest(function_request_id) as invocation by reason, function_name, function_version"))
                    .sort("failures desc").build()),
            new SavedQuery("Overdue reminders", QueryString.Builder.create()
                    .fields(List.of("@timestamp", "OverdueReminders", "OverdueHolds", "OverdueConfirmations", "reason",
                            "correlation_id"))
                    .filterStatements(List.of("OverdueReminders > 0 or OverdueHolds > 0 or OverdueConfirmations > 0 "
                            + "or reason in ['RECONCILED', 'CONTINUED']"))
                    .sort("@timestamp desc").limit(200).build()),
            new SavedQuery("Mail events", QueryString.Builder.create()
                    .filterStatements(List.of("ispresent(mail_event)"))
                    .statsStatements(List.of("count(*) as events, latest(appointment_id) as example by mail_event, "
                            + "reason, bin(1h) as hour"))
                    .sort("hour desc").build()),
            new SavedQuery("Slowest messages", QueryString.Builder.create()
                    .filterStatements(List.of("ispresent(message_id)", "ispresent(outcome)"))
                    .statsStatements(List.of("(max(@timestamp) - min(@timestamp)) / 1000 as seconds, "
                            + "max(receive_count) as receives, latest(outcome) as ended, "
                            + "latest(correlation_id) as correlation by message_id, function_name"))
                    .sort("seconds desc").limit(50).build()),
            new SavedQuery("Slowest invocations", QueryString.Builder.create()
                    .fields(List.of("@timestamp", "@log", "record.requestId as function_request_id",
                            "record.metrics.durationMs as duration", "record.metrics.maxMemoryUsedMB as memory"))
                    .filterStatements(List.of("type = 'platform.report'")).sort("duration desc").limit(50).build()),
            new SavedQuery("Cold and restored starts", QueryString.Builder.create()
                    .filterStatements(List.of("type = 'platform.report'",
                            "ispresent(record.metrics.initDurationMs) or ispresent(record.metrics.restoreDurationMs)"))
                    .statsStatements(List.of("count(record.metrics.initDurationMs) as cold, "
                            + "pct(record.metrics.initDurationMs, 99) as coldP99, "
                            + "count(record.metrics.restoreDurationMs) as restored, "
                            + "pct(record.metrics.restoreDurationMs, 99) as restoredP99 by @log, bin(1h)"))
                    .build()));
}

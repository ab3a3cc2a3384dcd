package clinic.appointments.local.run;

import java.util.List;
import java.util.Map;

import clinic.appointments.local.api.ApiEndpoint;
import clinic.appointments.local.clock.Activity;
import clinic.appointments.local.clock.LocalClock;
import clinic.appointments.local.engine.DynamoDbEngine;
import clinic.appointments.local.engine.QueueEngine;
import clinic.appointments.local.engine.QueueLedger;
import clinic.appointments.local.function.FunctionPool;
import clinic.appointments.local.gateway.Gateway;
import clinic.appointments.local.mail.MailSink;
import clinic.appointments.local.queue.EventSourcePoller;
import clinic.appointments.local.schedule.LocalScheduler;
import clinic.appointments.local.schedule.Recurrence;
import clinic.appointments.local.template.Deployment;
import clinic.appointments.local.trace.TraceCollector;

/**
 * Everything that a booted stage consists of.
 *
 * @param functions by construct id
 */
record StageParts(Deployment deployment, RunDirectory directory, LocalClock clock, Activity activity,
        QueueLedger ledger, Gateway gateway, DynamoDbEngine dynamoDb, QueueEngine queues, LocalScheduler scheduler,
        Recurrence recurrence,
        MailSink mail, TraceCollector traces, Map<String, FunctionPool> functions, List<EventSourcePoller> pollers,
        List<ApiEndpoint> apis) {
}

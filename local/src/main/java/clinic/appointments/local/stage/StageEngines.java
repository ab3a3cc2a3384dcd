package clinic.appointments.local.stage;

import clinic.appointments.local.engine.DynamoDbEngine;
import clinic.appointments.local.engine.QueueEngine;
import clinic.appointments.local.mail.MailSink;
import clinic.appointments.local.trace.TraceCollector;

/** The engines that stand in for the services of AWS. */
record StageEngines(DynamoDbEngine dynamoDb, QueueEngine queues, MailSink mail, TraceCollector traces) {
}

package clinic.appointments.infrastructure.monitoring;

import java.util.List;

import software.amazon.awscdk.services.cloudwatch.AlarmBase;
import software.constructs.Construct;

/** The alarms of a stage, one group for each part of the service. */
public final class ServiceAlarms extends Construct {

    private final AlarmBook book;

    public ServiceAlarms(Construct scope, String id, ServiceAlarmsProps props) {
        super(scope, id);
        book = new AlarmBook(props.settings(), props.topic(), props.pages().topic());
        new ObjectiveAlarms(this, "Objectives", book, props.objectives());
        new ApiAlarms(this, "Api", book, props.api());
        new QueueAlarms(this, "Queues", book, props.queues());
        new FunctionAlarms(this, "Functions", book, props.functions());
        new MessageAlarms(this, "Messages", book);
        new MailAlarms(this, "Mail", book);
        new OverdueAlarms(this, "Overdue", book);
        new TableAlarms(this, "Tables", book, props.tables());
        props.smokeTest().ifPresent(test -> new SmokeAlarms(this, "Smoke", book, test));
        new PageAlarms(this, "Pages", book, props.pages());
    }

    /** The alarms that notify somebody. */
    public List<AlarmBase> all() {
        return book.alarms();
    }
}

package clinic.appointments.infrastructure.monitoring;

import java.util.List;

import software.amazon.awscdk.services.cloudwatch.AlarmBase;
import software.constructs.Construct;

/** The alarms of a stage, one group for each part of the service. */
public final class ServiceAlarms extends Construct {

    private final AlarmBook book;

    public ServiceAlarms(Construct scope, String id, ServiceAlarmsProps props) {
        super(scope, id);
        book = new AlarmBook(props.settings(), props.topic());
        new ApiAlarms(this, "Api", book, props.api());
        new QueueAlarms(this, "Queues", book, props.queues());
        new FunctionAlarms(this, "Functions", book, props.functions());
        new MessageAlarms(this, "Messages", book);
        List.of(RejectionTheme.TIMES, RejectionTheme.STATES)
                .forEach(theme -> new RejectionAlarms(this, theme.id(), book, theme.reasons()));
        new MailAlarms(this, "Mail", book);
        new OverdueAlarms(this, "Overdue", book);
        new TableAlarms(this, "Tables", book, props.tables());
    }

    /** Adds the alarm on pages that reached nobody. */
    public void addPages(Pages pages) {
        new PageAlarms(this, "Pages", book, pages);
    }

    /** Every alarm made so far. */
    public List<AlarmBase> all() {
        return book.alarms();
    }
}

package clinic.appointments.runtime;

import clinic.appointments.contract.MetricName;
import clinic.appointments.message.MailEvent;
import clinic.appointments.port.MailEventCounter;

/** {@link MailEventCounter} as a metric with the kind as its dimension. */
public final class MetricMailEvents implements MailEventCounter {

    private final MetricCounts counts;

    public MetricMailEvents(MetricCounts counts) {
        this.counts = counts;
    }

    @Override
    public void count(MailEvent.Kind kind) {
        counts.count(MetricName.MAIL_EVENT, "reason", kind.name());
    }
}

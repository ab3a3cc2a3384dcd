package clinic.appointments.infrastructure.monitoring;

import java.util.List;

import clinic.appointments.contract.MetricName;
import clinic.appointments.model.RejectionReason;
import software.constructs.Construct;

/** Alarms on rejections that say something about the service or a client when there are suddenly many. */
final class RejectionAlarms extends AlarmGroup {

    RejectionAlarms(Construct scope, String id, AlarmBook book, List<RejectionReason> reasons) {
        super(scope, id, book);
        reasons.forEach(reason -> addAnomalyAlarm(reason.name(),
                metrics().dueTo(MetricName.REJECTED, reason.name(), QUARTER_HOUR),
                RunbookSection.UNUSUAL_REJECTIONS.describe("Unusual number of rejections: " + reason.name() + ".")));
    }
}

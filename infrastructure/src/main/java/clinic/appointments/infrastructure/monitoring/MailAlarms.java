package clinic.appointments.infrastructure.monitoring;

import java.util.Map;
import java.util.TreeMap;

import clinic.appointments.contract.MetricName;
import clinic.appointments.model.ExternalFault;
import clinic.appointments.model.ReminderState;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.constructs.Construct;

/**
 * Alarms on e-mail: whether SES accepts letters, and whether they arrive. A single undeliverable letter calls nobody;
 * suddenly many of them do, because the fault may be ours.
 */
final class MailAlarms extends AlarmGroup {

    /** Longer than the time to the first retry: an e-mail that is taken then calls nobody. */
    private static final Duration FIVE_MINUTES = Duration.minutes(5);
    /** In a quarter of an hour; fewer are patients with wrong addresses. */
    private static final int MIN_UNDELIVERABLE_LETTERS = 10;
    private static final Duration SIX_HOURS = Duration.hours(6);
    /** SES reviews an account from 5% on, and pauses it at 10% (SES: "Amazon SES sending review process FAQs"). */
    private static final int BOUNCED_PERCENT = 5;
    /** A share of fewer bounces means nothing. */
    private static final int MIN_BOUNCES = 5;
    /** SES reviews an account from one complaint in a thousand e-mails on (as above). */
    private static final int COMPLAINTS_A_DAY = 3;

    MailAlarms(Construct scope, String id, AlarmBook book) {
        super(scope, id, book);
        addThresholdAlarm("NotTaken",
                metrics().dueTo(MetricName.FAILED, ExternalFault.MAIL_NOT_TAKEN.name(), FIVE_MINUTES), 1, 2,
                RunbookSection.MAIL_NOT_TAKEN.describe(this, "SES does not accept e-mails."));
        addThresholdAlarm("Undeliverable",
                metrics().dueTo(MetricName.ACCEPTED, ReminderState.SKIPPED_UNDELIVERABLE.name(), QUARTER_HOUR),
                MIN_UNDELIVERABLE_LETTERS, 1,
                RunbookSection.UNDELIVERABLE_LETTERS.describe(this, "Many e-mails are undeliverable."));
        addThresholdAlarm("Bounces", bouncedPercent(), BOUNCED_PERCENT, 1,
                RunbookSection.BOUNCES.describe(this, "Many e-mails are returned for good."));
        addThresholdAlarm("Complaints",
                metrics().dueTo(MetricName.MAIL_EVENT, "COMPLAINT", Duration.days(1)), COMPLAINTS_A_DAY, 1,
                RunbookSection.BOUNCES.describe(this, "Several recipients report e-mails as unwanted."));
    }

    /** Every letter that bounced was accepted before, though maybe in an earlier period. */
    private IMetric bouncedPercent() {
        return MathExpression.Builder.create()
                .expression("IF(FILL(bounced, 0) >= %d, 100 * FILL(bounced, 0) / (FILL(sent, 0) + FILL(bounced, 0)), 0)"
                        .formatted(MIN_BOUNCES))
                .usingMetrics(new TreeMap<>(Map.of("bounced",
                        metrics().dueTo(MetricName.MAIL_EVENT, "BOUNCE_PERMANENT", SIX_HOURS), "sent",
                        metrics().dueTo(MetricName.ACCEPTED, ReminderState.SENT.name(), SIX_HOURS))))
                .label("Bounced e-mails, percent").period(SIX_HOURS).build();
    }
}

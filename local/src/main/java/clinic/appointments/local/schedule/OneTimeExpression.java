package clinic.appointments.local.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code at(yyyy-MM-ddTHH:mm:ss)} (EventBridge Scheduler: "Schedule types"): a local time in a zone. */
final class OneTimeExpression {

    private static final Pattern AT = Pattern.compile("at\\((\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)\\)");

    private OneTimeExpression() {
    }

    /**
     * The instant of an expression.
    *
    * @throws InvalidScheduleException on another kind of expression, an impossible time or an unknown zone
     */
    static Instant instant(String expression, String zone) {
        Matcher matcher = AT.matcher(expression);
        if (!matcher.matches()) {
            throw new InvalidScheduleException("Invalid Schedule Expression " + expression
                    + ". Only at(yyyy-MM-ddTHH:mm:ss) is supported here.");
        }
        try {
            return LocalDateTime.parse(matcher.group(1)).atZone(ZoneId.of(zone)).toInstant();
        } catch (DateTimeException _) {
            throw new InvalidScheduleException("Invalid Schedule Expression " + expression + " in zone " + zone + ".");
        }
    }
}

package clinic.appointments.contract;

import java.util.Arrays;
import java.util.List;

/**
 * The functions of the service: the constant names the stage, {@link #id()} the construct, {@link #handler()} the
 * class.
 */
public enum FunctionName {

    REQUEST("AppointmentRequestProcessor", "request"),
    CONFIRMATION("AppointmentConfirmationProcessor", "confirmation"),
    REMINDER("AppointmentReminderProcessor", "reminder"),
    MAIL_EVENT("MailEventProcessor", "mailevent"),
    MANAGEMENT("ManagementProcessor", "management"),
    QUERY("AppointmentQueryProcessor", "query"),
    /** Only in stages with a smoke test. */
    SMOKE("SmokeProcessor", "smoke");

    private final String id;
    private final String stage;

    FunctionName(String id, String stage) {
        this.id = id;
        this.stage = stage;
    }

    /** The functions of a stage without a smoke test. */
    public static List<FunctionName> ofEveryStage() {
        return Arrays.stream(values()).filter(name -> name != SMOKE).toList();
    }

    /** Construct id of the function, and simple name of its handler class. */
    public String id() {
        return id;
    }

    /** Fully qualified name of the handler class, as the Lambda runtime loads it. */
    public String handler() {
        return "clinic.appointments." + stage + "." + id;
    }
}

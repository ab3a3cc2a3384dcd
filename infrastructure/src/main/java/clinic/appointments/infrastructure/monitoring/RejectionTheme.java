package clinic.appointments.infrastructure.monitoring;

import java.util.Arrays;
import java.util.List;

import clinic.appointments.model.RejectionReason;

/** The subject of a group of rejections. */
enum RejectionTheme {

    /** The time of an appointment, regardless of other bookings. */
    TIMES("TimeRejections"),
    /** The state of appointments, patients and calendars. */
    STATES("StateRejections"),
    /** Invalid values: shown on the dashboard, without an alarm. */
    VALUES("ValueRejections");

    private final String id;

    RejectionTheme(String id) {
        this.id = id;
    }

    /** Construct id of the group of alarms. */
    String id() {
        return id;
    }

    /** The reasons of this theme, in their order. */
    List<RejectionReason> reasons() {
        return Arrays.stream(RejectionReason.values()).filter(reason -> of(reason) == this).toList();
    }

    private static RejectionTheme of(RejectionReason reason) {
        if (reason.name().startsWith("INVALID_")) {
            return VALUES;
        }
        return switch (reason) {
            case IN_THE_PAST, LOCAL_TIME_SKIPPED, NOTICE_TOO_SHORT, BEYOND_HORIZON, DURATION_TOO_SHORT,
                    DURATION_TOO_LONG, OUTSIDE_OPENING_HOURS, CHANGE_TOO_LATE ->
                TIMES;
            default -> STATES;
        };
    }
}

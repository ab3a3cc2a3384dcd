package clinic.appointments.infrastructure.monitoring;

import java.util.Arrays;
import java.util.List;

import clinic.appointments.model.RejectionReason;

/** What a group of rejections is about. */
enum RejectionTheme {

    /** The appointment's time, whoever else has booked. */
    TIMES("TimeRejections"),
    /** The state of appointments, patients and calendars. */
    STATES("StateRejections"),
    /** A value that is invalid by itself: on the dashboard, and nobody is called. */
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

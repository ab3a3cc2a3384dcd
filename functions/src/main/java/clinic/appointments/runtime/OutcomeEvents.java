package clinic.appointments.runtime;

import clinic.appointments.contract.LogEvent;
import clinic.appointments.message.Effect;

/** The log event of each effect of a message. */
final class OutcomeEvents {

    private OutcomeEvents() {
    }

    static LogEvent of(Effect effect) {
        return switch (effect) {
            case BOOKED -> LogEvent.APPOINTMENT_BOOKED;
            case RESCHEDULED -> LogEvent.APPOINTMENT_RESCHEDULED;
            case CONFIRMED -> LogEvent.APPOINTMENT_CONFIRMED;
            case COMPLETED -> LogEvent.APPOINTMENT_COMPLETED;
            case CHECKED_IN -> LogEvent.PATIENT_CHECKED_IN;
            case KEPT -> LogEvent.APPOINTMENT_KEPT;
            case CANCELLED -> LogEvent.APPOINTMENT_CANCELLED;
            case REGISTERED -> LogEvent.PATIENT_REGISTERED;
            case ERASED -> LogEvent.PATIENT_ERASED;
            case RESOURCE_DEFINED -> LogEvent.RESOURCE_DEFINED;
            case RESOURCE_RETIRED -> LogEvent.RESOURCE_RETIRED;
            case POOL_DEFINED -> LogEvent.POOL_DEFINED;
            case POOL_RETIRED -> LogEvent.POOL_RETIRED;
            case VISIT_TYPE_DEFINED -> LogEvent.VISIT_TYPE_DEFINED;
            case VISIT_TYPE_RETIRED -> LogEvent.VISIT_TYPE_RETIRED;
            case RESOURCE_BLOCKED -> LogEvent.RESOURCE_BLOCKED;
            case BLOCK_LIFTED -> LogEvent.BLOCK_LIFTED;
            case REPEATED -> LogEvent.MESSAGE_REPEATED;
            case SENT -> LogEvent.REMINDER_SENT;
            case SKIPPED_TOO_LATE, SKIPPED_QUIET_HOURS, SKIPPED_OPTED_OUT, SKIPPED_NO_ADDRESS, SKIPPED_UNDELIVERABLE ->
                LogEvent.REMINDER_SKIPPED;
            case CLOSED_BEFORE -> LogEvent.REMINDER_CLOSED_BEFORE;
            case PUT_OFF -> LogEvent.REMINDER_PUT_OFF;
            case PATIENT_MARKED -> LogEvent.PATIENT_MARKED;
            case MAIL_EVENT_COUNTED, MAIL_EVENT_WITHOUT_PATIENT, MAIL_EVENT_OUTDATED -> LogEvent.MAIL_EVENT_COUNTED;
            case RECONCILED -> LogEvent.RECONCILIATION_FINISHED;
            case REBUILT -> LogEvent.INDEX_REBUILT;
            case CONTINUED -> LogEvent.RUN_CONTINUED;
        };
    }
}

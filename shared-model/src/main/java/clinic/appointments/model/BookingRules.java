package clinic.appointments.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules that every time has to obey, whether it is booked or moved to; each a function with a code of its own. */
final class BookingRules {

    private BookingRules() {
    }

    /** The first rule that is broken. */
    static Optional<RejectionReason> refusal(Booking wanted, List<CalendarDay> days, Instant now) {
        return Stream.of(skippedTime(wanted), past(wanted, now), busy(wanted, days)).flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<RejectionReason> skippedTime(Booking wanted) {
        return when(wanted.slot().isSkippedByClockChange(), RejectionReason.LOCAL_TIME_SKIPPED);
    }

    private static Optional<RejectionReason> past(Booking wanted, Instant now) {
        return when(!wanted.slot().interval().start().isAfter(now), RejectionReason.IN_THE_PAST);
    }

    private static Optional<RejectionReason> busy(Booking wanted, List<CalendarDay> days) {
        Predicate<CalendarDay> taken = day -> !day.without(wanted.appointmentId()).isFree(wanted.slot().interval());
        return days.stream().filter(taken).findFirst().map(
                day -> day.id().isPatients() ? RejectionReason.PATIENT_BUSY : RejectionReason.SLOT_TAKEN);
    }

    private static Optional<RejectionReason> when(boolean holds, RejectionReason reason) {
        return holds ? Optional.of(reason) : Optional.empty();
    }
}

package clinic.appointments.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules of booking, each a function with a code of its own. Pure: the same question has the same answer. */
public final class BookingPolicy {

    private BookingPolicy() {
    }

    /**
     * Decides on an appointment that a request asks for.
     *
     * @param wanted
     *            as {@link Appointment#requested} makes it
     */
    public static Decision decide(Appointment wanted, BookingSituation situation, Instant now) {
        return situation.existing().map(existing -> repeatOrClash(wanted, existing))
                .orElseGet(() -> decideNew(wanted, situation, now));
    }

    /** Comes first: a redelivered request would else be refused by its own claim. */
    private static Decision repeatOrClash(Appointment wanted, Appointment existing) {
        return existing.hasSeen(wanted.latestChange().requestId(), AppointmentAction.BOOK)
                ? new Decision.Repeated(existing)
                : new Decision.Rejected(RejectionReason.APPOINTMENT_EXISTS);
    }

    private static Decision decideNew(Appointment wanted, BookingSituation situation, Instant now) {
        Optional<RejectionReason> refusal = Stream.of(skippedTime(wanted), past(wanted, now), busy(wanted, situation))
                .flatMap(Optional::stream).findFirst();
        if (refusal.isPresent()) {
            return new Decision.Rejected(refusal.get());
        }
        return situation.patient().isEmpty() ? new Decision.PatientMissing() : claim(wanted, situation);
    }

    private static Optional<RejectionReason> skippedTime(Appointment wanted) {
        return when(wanted.booking().slot().isSkippedByClockChange(), RejectionReason.LOCAL_TIME_SKIPPED);
    }

    private static Optional<RejectionReason> past(Appointment wanted, Instant now) {
        return when(!wanted.startAt().isAfter(now), RejectionReason.IN_THE_PAST);
    }

    private static Optional<RejectionReason> busy(Appointment wanted, BookingSituation situation) {
        Predicate<CalendarDay> taken = day -> !day.isFree(wanted.interval());
        List<CalendarDay> busy = situation.days().stream().filter(taken).toList();
        return busy.stream().findFirst().map(
                day -> day.id().isPatients() ? RejectionReason.PATIENT_BUSY : RejectionReason.SLOT_TAKEN);
    }

    private static Decision claim(Appointment wanted, BookingSituation situation) {
        List<CalendarDay> claimed = situation.days().stream()
                .map(day -> day.claimed(wanted.interval(), wanted.id())).toList();
        return new Decision.Booked(wanted, claimed);
    }

    private static Optional<RejectionReason> when(boolean holds, RejectionReason reason) {
        return holds ? Optional.of(reason) : Optional.empty();
    }
}

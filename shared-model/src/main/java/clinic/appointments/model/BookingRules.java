package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The booking rules: the conditions that every booked or moved appointment must meet, each with its own rejection
 * reason.
 *
 * @param wanted the appointment to be written
 * @param days the calendar days that it claims; others are ignored
 */
record BookingRules(Appointment wanted, List<CalendarDay> days, BookingTerms terms) {

    /** The first broken rule. An override lifts policy, but not the rules before and after it. */
    Optional<RejectionReason> refusal() {
        Provenance provenance = wanted.latestChange().provenance();
        return first(Stream.of(skippedTime(), past(provenance.at()), horizon(provenance.at()), retired(), fullDay()))
                .or(() -> provenance.isOverridden() ? Optional.empty() : refusalByPolicy(provenance.at()))
                .or(this::undefined);
    }

    /** Whether it breaks a rule that an override lifts. */
    boolean needsOverride() {
        return refusalByPolicy(wanted.latestChange().provenance().at()).isPresent();
    }

    /** The rejection for a broken rule, with the setting or the appointment that it rests on. */
    Decision.Rejected rejected(RejectionReason reason) {
        BookingTerms.Limits limits = terms.limits();
        return new Decision.Rejected(reason, switch (reason) {
            case NOTICE_TOO_SHORT -> Evidence.setting("minimumNotice", minimumNotice());
            case BEYOND_HORIZON -> Evidence.setting("horizon", limits.horizon());
            case DURATION_MISMATCH -> Evidence.setting("duration", duration().orElseThrow());
            case DURATION_TOO_SHORT -> Evidence.setting("shortest", limits.shortest());
            case DURATION_TOO_LONG -> Evidence.setting("longest", limits.longest());
            case OUTSIDE_OPENING_HOURS -> Evidence.setting("hours of", nameOf(closed()));
            case RESOURCE_BLOCKED -> blocks().findFirst().map(Evidence::blockedBy).orElse(Evidence.NONE);
            case PATIENT_BUSY, SLOT_TAKEN -> obstacle().map(Evidence::blockedBy).orElse(Evidence.NONE);
            default -> Evidence.NONE;
        });
    }

    private ResourceId closed() {
        return wanted.booking().resources().stream().filter(this::isClosed).findFirst().orElseThrow();
    }

    /** What has the rules of the resource: itself or its kind. */
    private String nameOf(ResourceId resource) {
        return terms.resources().hasOwnHours(resource) ? resource.toString() : resource.kind();
    }

    private boolean isClosed(ResourceId resource) {
        return !terms.of(resource).hours().admit(wanted.interval());
    }

    /** An appointment in the way of the first claim that is taken. */
    private Optional<AppointmentId> obstacle() {
        return wanted.claims().stream().filter(this::isTaken).findFirst().flatMap(claim -> days.stream()
                .filter(day -> claim.touches(day.id())).flatMap(day -> day.without(wanted.id()).busy().stream())
                .filter(busy -> busy.interval().overlaps(claim.interval())).map(CalendarDay.Busy::appointmentId)
                .findFirst());
    }

    private Optional<RejectionReason> refusalByPolicy(Instant now) {
        return first(Stream.of(notice(now), otherDuration(), shortest(), longest(), openingHours(), blocked()))
                .or(this::busy);
    }

    private Optional<RejectionReason> skippedTime() {
        return when(wanted.slot().isSkippedByClockChange(), RejectionReason.LOCAL_TIME_SKIPPED);
    }

    private Optional<RejectionReason> past(Instant now) {
        return when(!wanted.startAt().isAfter(now), RejectionReason.IN_THE_PAST);
    }

    private Optional<RejectionReason> retired() {
        return when(wanted.booking().resources().stream().anyMatch(terms.resources()::isRetired),
                RejectionReason.RESOURCE_RETIRED);
    }

    /** Comes last: a definition may be on its way, and only what nothing else forbids needs to wait for it. */
    private Optional<RejectionReason> undefined() {
        return when(wanted.booking().resources().stream().anyMatch(terms.resources()::lacks),
                RejectionReason.UNKNOWN_RESOURCE);
    }

    /** A claim for which the item has no room cannot be written, not even with an override. */
    private Optional<RejectionReason> fullDay() {
        return when(days.stream().anyMatch(day -> wanted.claims().stream().anyMatch(claim -> claim.touches(day.id()))
                && day.without(wanted.id()).isFull()), RejectionReason.DAY_FULL);
    }

    private Optional<RejectionReason> notice(Instant now) {
        return when(wanted.startAt().isBefore(now.plus(minimumNotice())), RejectionReason.NOTICE_TOO_SHORT);
    }

    /** The stricter of the stage's and the visit's. */
    private Duration minimumNotice() {
        return Stream.concat(Stream.of(terms.limits().minimumNotice()),
                wanted.booking().visit().map(VisitTerms::minimumNotice).stream()).max(Duration::compareTo)
                .orElseThrow();
    }

    private Optional<RejectionReason> otherDuration() {
        return when(duration().stream().anyMatch(agreed -> !agreed.equals(length())),
                RejectionReason.DURATION_MISMATCH);
    }

    private Optional<Duration> duration() {
        return wanted.booking().visit().map(VisitTerms::duration);
    }

    private Optional<RejectionReason> horizon(Instant now) {
        return when(wanted.startAt().isAfter(now.plus(terms.limits().horizon())), RejectionReason.BEYOND_HORIZON);
    }

    private Optional<RejectionReason> shortest() {
        return when(length().compareTo(terms.limits().shortest()) < 0, RejectionReason.DURATION_TOO_SHORT);
    }

    private Optional<RejectionReason> longest() {
        return when(length().compareTo(terms.limits().longest()) > 0, RejectionReason.DURATION_TOO_LONG);
    }

    private Optional<RejectionReason> openingHours() {
        return when(wanted.booking().resources().stream().anyMatch(this::isClosed),
                RejectionReason.OUTSIDE_OPENING_HOURS);
    }

    private Optional<RejectionReason> blocked() {
        return when(blocks().findFirst().isPresent(), RejectionReason.RESOURCE_BLOCKED);
    }

    /** Blocks in the way of the appointment itself: its buffers may lie in them. */
    private Stream<BlockId> blocks() {
        return days.stream().filter(day -> wanted.claims().stream().anyMatch(claim -> claim.owner().equals(
                day.id().owner()))).flatMap(day -> day.blocksWithin(wanted.interval()))
                .map(CalendarDay.Blocked::blockId);
    }

    private Optional<RejectionReason> busy() {
        return wanted.claims().stream().filter(this::isTaken).findFirst().map(claim -> switch (claim.owner()) {
            case CalendarOwner.OfPatient _ -> RejectionReason.PATIENT_BUSY;
            case CalendarOwner.OfResource _ -> RejectionReason.SLOT_TAKEN;
        });
    }

    /** The appointment's own claims do not count. */
    private boolean isTaken(Claim claim) {
        return days.stream().filter(day -> claim.touches(day.id())).anyMatch(
                day -> day.without(wanted.id()).mostAtOnce(claim.interval()) >= capacity(claim.owner()));
    }

    private int capacity(CalendarOwner owner) {
        return switch (owner) {
            case CalendarOwner.OfPatient _ -> 1;
            case CalendarOwner.OfResource(var resource) -> terms.of(resource).capacity();
        };
    }

    private Duration length() {
        return Duration.between(wanted.startAt(), wanted.interval().end());
    }

    private static Optional<RejectionReason> first(Stream<Optional<RejectionReason>> refusals) {
        return refusals.flatMap(Optional::stream).findFirst();
    }

    private static Optional<RejectionReason> when(boolean holds, RejectionReason reason) {
        return holds ? Optional.of(reason) : Optional.empty();
    }
}

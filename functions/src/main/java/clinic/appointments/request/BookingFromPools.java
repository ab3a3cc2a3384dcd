package clinic.appointments.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.Decision;
import clinic.appointments.model.Pool;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.ResourceId;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.Resources;

/**
 * What a booking from pools needs beyond one of named resources: the members of its pools, and a second look before it
 * is refused. A booking that names no pool reads nothing more.
 */
record BookingFromPools(Resources resources, Bookings bookings) {

    /** What another member's calendar could answer otherwise a moment later. */
    private static final Set<RejectionReason> BY_CALENDAR = Set.of(RejectionReason.SLOT_TAKEN,
            RejectionReason.RESOURCE_BLOCKED, RejectionReason.DAY_FULL);

    /** The pools among what a booking names, as far as they are defined. */
    List<Pool> among(List<ResourceId> named) {
        return resources.poolsAmong(named);
    }

    /**
     * Decides on the days, and once more on a snapshot before no member of a pool is found: while the days were read
     * one after the other, an appointment may have moved from a member that was read later to one that was read before.
     *
     * @param terms terms that know the pools
     * @return empty when the days are being written, so that another try is needed
     */
    Optional<Decision> decide(Booking wanted, BookingTerms terms, List<CalendarDay> days,
            Function<List<CalendarDay>, Decision> decision) {
        Decision first = decision.apply(days);
        return isSure(wanted, first)
                ? Optional.of(first)
                : bookings.snapshotOf(terms.daysWithin(wanted)).map(fresh -> decision.apply(replaced(days, fresh)));
    }

    private static boolean isSure(Booking wanted, Decision decision) {
        return wanted.pools().isEmpty()
                || !(decision instanceof Decision.Rejected(var reason, var _) && BY_CALENDAR.contains(reason));
    }

    private static List<CalendarDay> replaced(List<CalendarDay> days, List<CalendarDay> fresh) {
        Map<CalendarId, CalendarDay> byId = fresh.stream()
                .collect(Collectors.toMap(CalendarDay::id, Function.identity()));
        return days.stream().map(day -> byId.getOrDefault(day.id(), day)).toList();
    }
}

package clinic.appointments.query;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.Decision;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.SlotCriteria;
import clinic.appointments.model.SlotSearch;
import clinic.appointments.model.SlotSearch.Candidate;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.model.VisitPlan;
import clinic.appointments.model.VisitSearch;
import clinic.appointments.port.BadCursorException;
import clinic.appointments.port.Calendars;
import clinic.appointments.port.OpaqueCursor;
import clinic.appointments.port.Page;
import clinic.appointments.port.Patients;
import clinic.appointments.port.Resources;
import clinic.appointments.port.VisitPlans;

/** Searches times at which several resources can be booked together, or a visit type. */
record SearchSlots(Resources resources, Patients patients, Calendars calendars, BookingTerms terms,
        InstantSource clock) {

    /** BatchGetItem reads at most 100 items (DynamoDB API Reference, BatchGetItem). */
    private static final int MAX_DAYS_AT_ONCE = 100;
    /** A page seldom needs more, and eleven calendars of a week and its edges are read with one call. */
    private static final int MAX_DATES_AT_ONCE = 7;

    /**
     * A page of candidates, in order of their starts. Calendar days are read by the week, and no further than the page
     * needs.
     *
     * @throws BadCursorException when the page's cursor is not valid, or lies outside of the dates
     * @throws InvalidValueException when the visit type cannot be booked with the resources
     */
    Page<Candidate> page(Question.SlotsOfResources question) {
        SlotSearch search = searchOf(question.criteria());
        Candidates after = new Candidates(search, question.page().cursor().map(cursor -> read(cursor, search)));
        List<Candidate> items = portions(search, after.dates()).flatMap(dates -> decided(search, after, dates))
                .filter(candidate -> question.explained() || candidate.isFree()).limit(question.page().size()).toList();
        return new Page<>(items, items.size() < question.page().size() ? Optional.empty() : next(search, items));
    }

    private SlotSearch searchOf(SlotCriteria criteria) {
        return switch (criteria) {
            case SlotSearch.Wanted wanted ->
                searchOf(wanted, terms.knowingPools(resources.poolsAmong(wanted.resources())));
            case VisitSearch visit -> switch (new VisitPlans(resources, terms).planFor(visit.type(),
                    visit.resources())) {
                case VisitPlan.Usable plan -> searchOf(visit.wanted(plan), plan.terms());
                case VisitPlan.Refused(var rejection) -> throw unusable(rejection);
            };
        };
    }

    private static InvalidValueException unusable(Decision.Rejected rejection) {
        return rejection.reason() == RejectionReason.INVALID_RESOURCE_IDS
                ? new InvalidValueException("resourceIds",
                        "must name at most " + Booking.MAX_RESOURCES + ", with those of visitType")
                : new InvalidValueException("visitType", "must be one that is defined and not retired");
    }

    private SlotSearch searchOf(SlotSearch.Wanted wanted, BookingTerms withPools) {
        return new SlotSearch(wanted,
                withPools.knowing(resources.defined(withPools.candidates(wanted.resources()))),
                wanted.patient().flatMap(patients::find), clock.instant());
    }

    private Stream<Candidate> decided(SlotSearch search, Candidates candidates, List<LocalDate> dates) {
        Map<CalendarId, CalendarDay> days = calendars.days(search.days(dates)).stream()
                .collect(Collectors.toMap(CalendarDay::id, Function.identity()));
        return dates.stream().flatMap(candidates::of).map(slot -> search.decided(slot, days));
    }

    /** The dates in portions, as long as the limits allow; the first is read before the second is made. */
    private static Stream<List<LocalDate>> portions(SlotSearch search, List<LocalDate> dates) {
        return Stream.iterate(dates, left -> !left.isEmpty(), left -> left.subList(length(search, left), left.size()))
                .map(left -> left.subList(0, length(search, left)));
    }

    private static int length(SlotSearch search, List<LocalDate> dates) {
        int length = Math.min(dates.size(), MAX_DATES_AT_ONCE);
        while (length > 1 && search.days(dates.subList(0, length)).size() > MAX_DAYS_AT_ONCE) {
            length--;
        }
        return length;
    }

    private static Optional<String> next(SlotSearch search, List<Candidate> items) {
        Instant last = items.getLast().slot().interval().start();
        Candidates rest = new Candidates(search, Optional.of(last));
        return rest.dates().stream().flatMap(rest::of).findFirst().map(_ -> OpaqueCursor.write(last.toString()));
    }

    private static Instant read(String cursor, SlotSearch search) {
        Instant last = OpaqueCursor.read(cursor, Instant::parse);
        if (!search.wanted().dates().contains(LocalDate.ofInstant(last, search.wanted().zone()))) {
            throw new BadCursorException();
        }
        return last;
    }

    /** The candidates that start after an instant, or all. */
    private record Candidates(SlotSearch search, Optional<Instant> after) {

        List<LocalDate> dates() {
            Optional<LocalDate> first = after.map(last -> LocalDate.ofInstant(last, search.wanted().zone()));
            return search.dates().stream().filter(date -> first.stream().noneMatch(date::isBefore)).toList();
        }

        Stream<TimeSlot> of(LocalDate date) {
            return search.candidates(date)
                    .filter(slot -> after.stream().allMatch(last -> slot.interval().start().isAfter(last)));
        }
    }
}

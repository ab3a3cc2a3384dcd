package clinic.appointments.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import clinic.appointments.fixture.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is offered can be booked, and what can be booked is offered. */
class FreeSlotsTest {

    private static final LocalDate TUESDAY = Given.DATE;
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final BookingTerms.Limits LIMITS = new BookingTerms.Limits(Duration.ofHours(1),
            Duration.ofDays(400), Duration.ofMinutes(20), Duration.ofHours(24), Duration.ZERO);

    @Test
    void followEachOtherFromTheBeginningOfTheOpeningHours() {
        BookingTerms terms = terms(new ResourceTerms(1, Buffer.NONE, hours("09:10-10:45", "13:00-14:00"),
                Optional.empty()));

        assertThat(slots(terms, TUESDAY, Given.BERLIN, HALF_AN_HOUR, Duration.ofMinutes(20)))
                .extracting(slot -> slot.start() + "-" + slot.end())
                .containsExactly("09:10-09:40", "09:30-10:00", "09:50-10:20", "10:10-10:40", "13:00-13:30",
                        "13:20-13:50");
    }

    @Test
    void leaveOutWhatIsTakenWithTheTimeAroundIt() {
        BookingTerms terms = terms(new ResourceTerms(1, new Buffer(Duration.ofMinutes(15), HALF_AN_HOUR),
                hours("09:00-12:00"), Optional.empty()));

        assertThat(slots(terms, TUESDAY, Given.BERLIN, HALF_AN_HOUR, Duration.ofMinutes(15), taken(terms, "10:00")))
                .extracting(TimeSlot::start).containsExactly(LocalTime.of(11, 15), LocalTime.of(11, 30));
    }

    @Test
    void areThereUntilTheCapacityIsReached() {
        BookingTerms terms = terms(new ResourceTerms(2, Buffer.NONE, hours("09:00-10:30"), Optional.empty()));
        CalendarDay.Busy[] once = {taken(terms, "09:30")};
        CalendarDay.Busy[] twice = {taken(terms, "09:30"), taken(terms, "09:30", "another")};

        assertThat(slots(terms, TUESDAY, Given.BERLIN, HALF_AN_HOUR, HALF_AN_HOUR, once)).hasSize(3);
        assertThat(slots(terms, TUESDAY, Given.BERLIN, HALF_AN_HOUR, HALF_AN_HOUR, twice)).hasSize(2);
    }

    @ParameterizedTest(name = "of {0}: {1} slots of an hour")
    @CsvSource({"2026-03-17, 24", "2026-03-29, 23", "2026-10-25, 23"})
    void areAsManyAsTheDayHasHoursThatCanBeWrittenDown(LocalDate date, int hours) {
        assertThat(slots(terms(ResourceTerms.DEFAULT), date, Given.BERLIN, Duration.ofHours(1), Duration.ofHours(1)))
                .hasSize(hours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT19M", "PT24H1M"})
    void areNotOfALengthThatNobodyMayBook(Duration length) {
        assertThat(slots(terms(ResourceTerms.DEFAULT), TUESDAY, Given.BERLIN, length, HALF_AN_HOUR)).isEmpty();
    }

    @Test
    void keepTheNotice() {
        BookingTerms terms = terms(new ResourceTerms(1, Buffer.NONE, hours("09:00-10:30"), Optional.empty()));
        Instant now = Instant.parse("2026-03-17T07:30:00Z");

        assertThat(new FreeSlots(Given.DR_GREY, terms, now).among(List.of(),
                new FreeSlots.Wanted(TUESDAY, Given.BERLIN, HALF_AN_HOUR, HALF_AN_HOUR))).extracting(TimeSlot::start)
                .containsExactly(LocalTime.of(9, 30), LocalTime.of(10, 0));
    }

    /** Booked, or refused, by the rules that decide on a request: each start of a grid, by the minute. */
    @ParameterizedTest(name = "{0} in {1}, {2} long every {3}, before {4} and after {5}, {6} at once")
    @CsvSource({"2026-03-17, Europe/Berlin, PT30M, PT30M, PT0S, PT0S, 1",
            "2026-03-17, Europe/Berlin, PT45M, PT15M, PT15M, PT30M, 1",
            "2026-03-17, Europe/Berlin, PT45M, PT15M, PT15M, PT30M, 2",
            "2026-03-17, Europe/Berlin, PT24H, PT1H, PT0S, PT0S, 3",
            "2026-03-17, America/New_York, PT30M, PT10M, PT5M, PT0S, 1",
            "2026-03-17, America/Los_Angeles, PT12H, PT1H, PT0S, PT0S, 3",
            "2026-03-17, America/Los_Angeles, PT4H, PT1H, PT0S, PT0S, 2",
            "2026-03-17, Asia/Kathmandu, PT20M, PT25M, PT0S, PT10M, 1",
            "2026-03-17, Pacific/Kiritimati, PT1H, PT30M, PT0S, PT0S, 1",
            "2026-03-17, Pacific/Pago_Pago, PT1H, PT30M, PT0S, PT0S, 1",
            "2026-03-17, America/St_Johns, PT1H, PT30M, PT0S, PT15M, 1",
            "2026-03-29, Europe/Berlin, PT30M, PT15M, PT0S, PT0S, 1",
            "2026-03-29, Europe/Berlin, PT90M, PT30M, PT10M, PT10M, 2",
            "2026-03-29, Europe/Berlin, PT23H, PT1H, PT0S, PT0S, 3",
            "2026-03-29, America/New_York, PT30M, PT30M, PT0S, PT0S, 1",
            "2026-03-28, Asia/Beirut, PT1H, PT30M, PT0S, PT0S, 1",
            "2026-03-29, Asia/Beirut, PT1H, PT30M, PT0S, PT0S, 1",
            "2026-04-23, Africa/Cairo, PT1H, PT30M, PT0S, PT0S, 1",
            "2026-04-24, Africa/Cairo, PT1H, PT30M, PT0S, PT0S, 1",
            "2026-04-05, Australia/Lord_Howe, PT1H, PT15M, PT0S, PT0S, 1",
            "2026-04-04, America/Santiago, PT1H, PT30M, PT0S, PT0S, 1",
            "2026-09-05, America/Santiago, PT1H, PT30M, PT0S, PT0S, 1",
            "2026-09-06, America/Santiago, PT1H, PT30M, PT0S, PT0S, 1",
            "2026-11-01, America/Havana, PT1H, PT30M, PT0S, PT0S, 1",
            "2026-10-25, Europe/Berlin, PT30M, PT15M, PT0S, PT0S, 1",
            "2026-10-25, Europe/Berlin, PT2H, PT30M, PT0S, PT15M, 3",
            "2026-10-25, Asia/Tokyo, PT1H, PT20M, PT15M, PT0S, 1"})
    void areThoseThatCanBeBooked(LocalDate date, ZoneId zone, Duration length, Duration step, Duration before,
            Duration after, int capacity) {
        assertThat(slots(terms(ResourceTerms.DEFAULT), date, zone, length, step)).isNotEmpty();
        for (OpeningHours hours : List.of(OpeningHours.ALWAYS, hours("00:00-00:00"),
                hours("01:30-04:00", "08:00-12:00", "12:00-18:10", "22:00-00:00", "00:00-01:00"))) {
            BookingTerms terms = terms(
                    new ResourceTerms(capacity, new Buffer(before, after), hours, Optional.empty()));
            CalendarDay.Busy[] busy = busy(date, zone, terms);

            assertThat(slots(terms, date, zone, length, step, busy))
                    .isEqualTo(bookable(terms, date, zone, length, step, busy));
        }
    }

    private static List<TimeSlot> bookable(BookingTerms terms, LocalDate date, ZoneId zone, Duration length,
            Duration step, CalendarDay.Busy... busy) {
        return IntStream.range(0, 24 * 60).mapToObj(minute -> LocalTime.ofSecondOfDay(minute * 60L))
                .flatMap(start -> slot(date, start, zone, length).stream()).filter(slot -> isOnGrid(terms, slot, step))
                .filter(slot -> isBookable(terms, slot, busy)).toList();
    }

    /** Of that length, if it can be written down: of all the ends there are, midnight included. */
    private static Optional<TimeSlot> slot(LocalDate date, LocalTime start, ZoneId zone, Duration length) {
        LocalTime end = LocalTime.ofInstant(date.atTime(start).atZone(zone).toInstant().plus(length), zone);
        return Stream.of(end, LocalTime.MIDNIGHT).distinct()
                .filter(last -> last.equals(LocalTime.MIDNIGHT) || start.isBefore(last))
                .map(last -> TimeSlot.of(date, start, last, zone)).filter(slot -> !slot.isSkippedByClockChange())
                .filter(slot -> Duration.between(slot.interval().start(), slot.interval().end()).equals(length))
                .findFirst();
    }

    /** Counted from a time at which the clinic opens on one of its dates, hours that meet being one. */
    private static boolean isOnGrid(BookingTerms terms, TimeSlot slot, Duration step) {
        Instant start = slot.interval().start();
        LocalDate clinics = LocalDate.ofInstant(start, terms.zone());
        return terms.of(Given.DR_GREY).hours().on(clinics).stream().filter(open -> open.contains(start))
                .anyMatch(open -> Duration.between(open.start(), start).toMinutes() % step.toMinutes() == 0);
    }

    /** A thousand appointments a day and more are no square of work: each instant is looked at once. */
    @Test
    void areFoundInACalendarThatIsFullOfAppointments() {
        BookingTerms terms = terms(new ResourceTerms(100, Buffer.NONE, OpeningHours.ALWAYS, Optional.empty()));
        Instant midnight = TUESDAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        List<CalendarDay.Busy> busy = IntStream.range(0, CalendarDay.MAX_CLAIMS - 1).mapToObj(number -> {
            Instant start = midnight.plusSeconds(number % 1440 * 60L);
            return new CalendarDay.Busy(new Interval(start, start.plusSeconds(300)), new AppointmentId("a" + number));
        }).toList();

        assertThat(slots(terms, TUESDAY, ZoneId.of("UTC"), HALF_AN_HOUR, Duration.ofMinutes(5),
                busy.toArray(CalendarDay.Busy[]::new))).hasSize(283);
    }

    @Test
    void areNotOnADayOnWhichNothingMoreCanBeWrittenDown() {
        BookingTerms terms = terms(new ResourceTerms(100, Buffer.NONE, OpeningHours.ALWAYS, Optional.empty()));
        Interval minute = Given.slot("09:00", "09:01").interval();
        CalendarDay.Busy[] busy = IntStream.range(0, CalendarDay.MAX_CLAIMS)
                .mapToObj(number -> new CalendarDay.Busy(minute, new AppointmentId("a" + number)))
                .toArray(CalendarDay.Busy[]::new);
        ZoneId utc = ZoneId.of("UTC");

        assertThat(slots(terms, TUESDAY, utc, HALF_AN_HOUR, HALF_AN_HOUR, busy)).isEmpty();
        assertThat(slots(terms, TUESDAY, utc, HALF_AN_HOUR, HALF_AN_HOUR)).isNotEmpty();
    }

    private static boolean isBookable(BookingTerms terms, TimeSlot slot, CalendarDay.Busy... busy) {
        Appointment wanted = Appointment.requested(Given.booking("wanted", slot, Given.DR_GREY),
                Given.provenance(new RequestId("wanted")), terms);
        return BookingPolicy.decide(wanted, new BookingSituation(Optional.of(Given.patient(Given.ADA)),
                Optional.empty(), days(CalendarId.touchedBy(wanted.claims()), busy), List.of()),
                terms) instanceof Decision.Granted;
    }

    private static List<TimeSlot> slots(BookingTerms terms, LocalDate date, ZoneId zone, Duration length,
            Duration step, CalendarDay.Busy... busy) {
        FreeSlots slots = new FreeSlots(Given.DR_GREY, terms, Given.NOW);
        FreeSlots.Wanted wanted = new FreeSlots.Wanted(date, zone, length, step);
        return slots.among(days(slots.days(wanted), busy), wanted);
    }

    /** Only the resource is busy. */
    private static List<CalendarDay> days(List<CalendarId> ids, CalendarDay.Busy... busy) {
        return ids.stream().map(id -> new CalendarDay(id, Stream.of(busy)
                .filter(taken -> new Claim(new CalendarOwner.OfResource(Given.DR_GREY), taken.interval()).touches(id))
                .toList(), 1)).toList();
    }

    private static CalendarDay.Busy[] busy(LocalDate date, ZoneId zone, BookingTerms terms) {
        Buffer buffer = terms.of(Given.DR_GREY).buffer();
        return Stream.of("00:30-01:00", "09:00-10:00", "09:20-09:50", "09:40-10:10", "15:00-15:05")
                .map(text -> text.split("-"))
                .map(ends -> TimeSlot.of(date, LocalTime.parse(ends[0]), LocalTime.parse(ends[1]), zone).interval())
                .map(interval -> new CalendarDay.Busy(buffer.around(interval), new AppointmentId("other")))
                .toArray(CalendarDay.Busy[]::new);
    }

    private static CalendarDay.Busy taken(BookingTerms terms, String start) {
        return taken(terms, start, "other");
    }

    private static CalendarDay.Busy taken(BookingTerms terms, String start, String appointment) {
        Interval interval = Given.slot(start, LocalTime.parse(start).plusMinutes(30).toString()).interval();
        return new CalendarDay.Busy(terms.of(Given.DR_GREY).buffer().around(interval),
                new AppointmentId(appointment));
    }

    private static BookingTerms terms(ResourceTerms terms) {
        return Given.terms(LIMITS, Map.of("practitioner", terms));
    }

    private static OpeningHours hours(String... spans) {
        List<OpeningHours.Span> all = Stream.of(spans).map(span -> span.split("-"))
                .map(ends -> new OpeningHours.Span(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]))).toList();
        return new OpeningHours(Stream.of(DayOfWeek.values()).collect(Collectors.toMap(day -> day, _ -> all)));
    }
}

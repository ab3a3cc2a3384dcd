package clinic.appointments.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import clinic.appointments.fixture.ForwardingAppointments;
import clinic.appointments.fixture.ForwardingBlocks;
import clinic.appointments.fixture.ForwardingBookings;
import clinic.appointments.fixture.ForwardingReceipts;
import clinic.appointments.fixture.ForwardingResources;
import clinic.appointments.fixture.reference.Rules;
import clinic.appointments.fixture.reference.Rules.Kind;
import clinic.appointments.fixture.reference.Time;
import clinic.appointments.fixture.trial.Names;
import clinic.appointments.fixture.trial.Ports;
import clinic.appointments.fixture.trial.Trial;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentAction;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Block;
import clinic.appointments.model.BlockId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.CalendarOwner;
import clinic.appointments.model.CheckInState;
import clinic.appointments.model.Decision;
import clinic.appointments.model.HistoryEntry;
import clinic.appointments.model.Mark;
import clinic.appointments.model.Marking;
import clinic.appointments.model.Marks;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.Pool;
import clinic.appointments.model.PoolId;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.VisitType;
import clinic.appointments.model.VisitTypeDetails;
import clinic.appointments.model.VisitTypeId;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Blocks;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.Markings;
import clinic.appointments.port.Page;
import clinic.appointments.port.Patients;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.Receipts;
import clinic.appointments.port.Resources;
import clinic.appointments.port.UnresolvedRequests;
import clinic.appointments.port.WriteResult;

/**
 * A service that does not do one of the things that it should.
 *
 * @param what it forgets
 */
record Forgetful(String what, Trial trial) {

    private static final Rules RULES = Rules.STRICT;
    private static final Trial RIGHT = Trial.of(Ports::inMemory, () -> new Names("t"));

    static Stream<Forgetful> all() {
        return Stream.of(rules(), bookings(), records(), blocks(), marks(), pools(), visits()).flatMap(List::stream);
    }

    private static List<Forgetful> rules() {
        return List.of(follows("buffers", RULES.withKind("room", Kind.PLAIN)),
                follows("that a capacity is full", RULES.withKind("group", new Kind(3, 0, 0, 0, Time.DAY, 0))),
                follows("that a capacity is not full", RULES.withKind("group", Kind.PLAIN)),
                follows("opening hours", RULES.withKind("desk", Kind.PLAIN)),
                follows("holds", RULES.withKind("theatre", new Kind(1, 0, 15, 0, Time.DAY, 0))),
                follows("when exactly a hold ends", RULES.withKind("theatre", new Kind(1, 0, 15, 0, Time.DAY, 121))),
                follows("minimum notice", limits(0, RULES.horizon(), RULES.longest(), RULES.changeNotice())),
                follows("the horizon", limits(RULES.notice(), 99 * Time.DAY, RULES.longest(), RULES.changeNotice())),
                follows("the longest duration", limits(RULES.notice(), RULES.horizon(), 999, RULES.changeNotice())),
                follows("how long exactly notice is", limits(RULES.notice() + 1, RULES.horizon(), RULES.longest(),
                        RULES.changeNotice())),
                follows("how long exactly change notice is", limits(RULES.notice(), RULES.horizon(), RULES.longest(),
                        RULES.changeNotice() + 1)),
                follows("change notice", limits(RULES.notice(), RULES.horizon(), RULES.longest(), 0)));
    }

    private static List<Forgetful> bookings() {
        return List.of(
                saves("resources", granted -> keeping(granted, Forgetful::isOfPatient)),
                saves("patients' calendars", granted -> keeping(granted, day -> !isOfPatient(day))),
                saves("to release on cancel", granted -> action(granted) == AppointmentAction.CANCEL
                        ? keeping(granted, _ -> false)
                        : granted),
                saves("to release on a move", granted -> action(granted) == AppointmentAction.RESCHEDULE
                        ? keeping(granted, day -> isClaimed(day, granted.appointment().id()))
                        : granted),
                saves("the second of two UTC days", granted -> granted.days().size() < 2
                        ? granted
                        : new Decision.Granted(granted.before(), granted.appointment(),
                                granted.days().subList(0, granted.days().size() - 1))),
                saves("to close reminders", granted -> granted.before()
                        .map(before -> new Decision.Granted(granted.before(),
                                withReminders(granted.appointment(), before.reminders()), granted.days()))
                        .orElse(granted)));
    }

    private static List<Forgetful> records() {
        return List.of(
                on("notes of erased patients", ports -> ports.with(new KeptNotes(ports.appointments()))),
                on("that a patient was erased", ports -> ports.with(new KeptPatients(ports.patients()))),
                on("to compare bodies", ports -> ports.with(new OneBody(ports.receipts()))
                        .with(new OneBodyBooked(ports.bookings()))),
                on("to give up on the last receive", ports -> ports.with(new NeverGivenUp(ports.receipts()))),
                on("to reopen what is sent on", ports -> ports.with(new NeverReopened(ports.receipts()))),
                on("to give up what is silent", ports -> ports.with(new NeverSilent(ports.unresolved()))),
                on("to wait for silence", ports -> ports.with(new Hasty(ports.unresolved()))));
    }

    private static List<Forgetful> blocks() {
        return List.of(on("to enter blocks", ports -> ports.with(new NeverEntered(ports.blocks()))),
                on("to delete the entries of blocks", ports -> ports.with(new NeverRemoved(ports.blocks()))),
                on("the second day of blocks", ports -> ports.with(new FirstDayOnly(ports.blocks()))));
    }

    private static List<Forgetful> marks() {
        return List.of(on("check-ins", ports -> ports.with((Markings) (_, _) -> WriteResult.WRITTEN)),
                on("what is kept", ports -> ports.with((Markings) (made, settlement) -> ports.markings()
                        .save(new Marking.Made(made.before(), made.marked()
                                .with(new Marks(made.marked().marks().checkIns()))), settlement))),
                on("other check-ins", ports -> ports.with((Markings) (made, settlement) -> ports.markings()
                        .save(new Marking.Made(made.before(), onlyTheLatest(made)), settlement))),
                saves("that a move makes marks lapse", granted -> granted.before()
                        .map(before -> new Decision.Granted(granted.before(),
                                granted.appointment().with(before.marks()), granted.days()))
                        .orElse(granted)),
                on("check-ins with a confirmation or completion", ports -> ports.with(
                        new Unmarked(ports.appointments()))));
    }

    private static Appointment onlyTheLatest(Marking.Made made) {
        Map<CheckInState, Mark> latest = new TreeMap<>(made.marked().marks().checkIns());
        latest.keySet().removeAll(made.before().marks().checkIns().keySet());
        return made.marked().with(new Marks(latest));
    }

    private static List<Forgetful> pools() {
        return List.of(on("the last member of pools", ports -> ports.with(new LastMemberForgotten(ports.resources()))),
                on("that a pool is retired", ports -> ports.with(new NeverRetired(ports.resources()))),
                saves("from which pool a resource was taken", granted -> granted.appointment().pools().isEmpty()
                        ? granted
                        : new Decision.Granted(granted.before(), withoutPools(granted.appointment()),
                                granted.days())));
    }

    private static List<Forgetful> visits() {
        return List.of(on("the time around a visit", ports -> ports.with(new NoTimeAround(ports.resources()))),
                on("the notice of a visit", ports -> ports.with(new NoNotice(ports.resources()))),
                on("that a visit type is retired", ports -> ports.with(new NeverRetired(ports.resources()))),
                saves("the visit type", granted -> new Decision.Granted(granted.before(),
                        withoutVisit(granted.appointment()), granted.days())));
    }

    private static Appointment withoutVisit(Appointment changed) {
        Booking booking = changed.booking();
        return new Appointment(new Booking(booking.appointmentId(), booking.patientId(), booking.resources(),
                booking.slot(), booking.notes()), changed.buffers(), changed.holdExpiresAt(), changed.forgottenAt(),
                changed.history(), changed.reminders(), changed.marks());
    }

    private static Rules limits(int notice, int horizon, int longest, int changeNotice) {
        return new Rules(notice, horizon, RULES.shortest(), longest, changeNotice, RULES.reminders(), RULES.kinds());
    }

    private static Forgetful follows(String what, Rules others) {
        return new Forgetful(what, RIGHT.withServiceOf(others));
    }

    private static Forgetful saves(String what, UnaryOperator<Decision.Granted> slip) {
        return on(what, ports -> ports.with(new Careless(ports.bookings(), slip)));
    }

    private static Forgetful on(String what, UnaryOperator<Ports> others) {
        return new Forgetful(what, new Trial(() -> others.apply(Ports.inMemory()), RIGHT.names(), RIGHT.policy()));
    }

    private static AppointmentAction action(Decision.Granted granted) {
        return granted.appointment().latestChange().action();
    }

    private static Decision.Granted keeping(Decision.Granted granted,
            Predicate<CalendarDay> kept) {
        return new Decision.Granted(granted.before(), granted.appointment(),
                granted.days().stream().filter(kept).toList());
    }

    private static boolean isOfPatient(CalendarDay day) {
        return day.id().owner() instanceof CalendarOwner.OfPatient;
    }

    private static boolean isClaimed(CalendarDay day, AppointmentId id) {
        return day.busy().stream().anyMatch(busy -> busy.appointmentId().equals(id));
    }

    private static Appointment withReminders(Appointment changed, List<Reminder> reminders) {
        return new Appointment(changed.booking(), changed.buffers(), changed.holdExpiresAt(), changed.forgottenAt(),
                changed.history(), reminders, changed.marks());
    }

    private static Appointment withoutPools(Appointment changed) {
        List<HistoryEntry> history = changed.history().stream()
                .map(entry -> new HistoryEntry(entry.version(), entry.provenance(), entry.action(), entry.from(),
                        entry.to(), entry.reason(), entry.relocation()))
                .toList();
        return new Appointment(changed.booking(), changed.buffers(), changed.holdExpiresAt(), changed.forgottenAt(),
                history, changed.reminders(), changed.marks());
    }

    @Override
    public String toString() {
        return what;
    }

    private record Careless(Bookings real, UnaryOperator<Decision.Granted> slip) implements ForwardingBookings {

        @Override
        public WriteResult save(Decision.Granted granted, Receipts.Settlement settlement) {
            return real.save(slip.apply(granted), settlement);
        }
    }

    private record NeverEntered(Blocks real) implements ForwardingBlocks {

        @Override
        public WriteResult enter(Block block, List<CalendarId> days) {
            return WriteResult.WRITTEN;
        }
    }

    private record NeverRemoved(Blocks real) implements ForwardingBlocks {

        @Override
        public WriteResult remove(BlockId lifted, List<CalendarId> days) {
            return WriteResult.WRITTEN;
        }
    }

    private record FirstDayOnly(Blocks real) implements ForwardingBlocks {

        @Override
        public WriteResult enter(Block block, List<CalendarId> days) {
            return real.enter(block, days.subList(0, 1));
        }
    }

    private record LastMemberForgotten(Resources real) implements ForwardingResources {

        @Override
        public List<Pool> pools(List<PoolId> ids) {
            return real.pools(ids).stream().map(LastMemberForgotten::shorter).toList();
        }

        private static Pool shorter(Pool pool) {
            return new Pool(pool.id(), pool.members().map(members -> members.subList(0, members.size() - 1)),
                    pool.version(), pool.writer(), pool.updatedAt());
        }
    }

    private record NoTimeAround(Resources real) implements ForwardingResources {

        @Override
        public Optional<VisitType> find(VisitTypeId id) {
            return real.find(id).map(type -> with(type, details -> new VisitTypeDetails(details.duration(),
                    Optional.empty(), details.resources(), details.minimumNotice(), details.hold())));
        }
    }

    private record NoNotice(Resources real) implements ForwardingResources {

        @Override
        public Optional<VisitType> find(VisitTypeId id) {
            return real.find(id).map(type -> with(type, details -> new VisitTypeDetails(details.duration(),
                    details.buffer(), details.resources(), Optional.empty(), details.hold())));
        }
    }

    private static VisitType with(VisitType type, UnaryOperator<VisitTypeDetails> change) {
        return new VisitType(type.id(), type.details().map(change), type.version(), type.writer(), type.updatedAt());
    }

    private record NeverRetired(Resources real) implements ForwardingResources {

        @Override
        public WriteResult save(VisitType type) {
            return type.isRetired() ? WriteResult.WRITTEN : real.save(type);
        }

        @Override
        public WriteResult save(Pool pool) {
            return pool.isRetired() ? WriteResult.WRITTEN : real.save(pool);
        }
    }

    private record OneBodyBooked(Bookings real) implements ForwardingBookings {

        @Override
        public WriteResult save(Decision.Granted granted, Receipts.Settlement settlement) {
            return real.save(granted,
                    new Receipts.Settlement(settlement.requestId(), "", settlement.outcome()));
        }
    }

    private record Unmarked(Appointments real) implements ForwardingAppointments {

        @Override
        public WriteResult save(Decision.Granted change) {
            return real.save(new Decision.Granted(change.before(), change.appointment().with(Marks.NONE),
                    change.days()));
        }
    }

    private record KeptNotes(Appointments real) implements ForwardingAppointments {

        @Override
        public void deleteNotes(AppointmentId id) {
            // Forgets it.
        }
    }

    private record KeptPatients(Patients patients) implements Patients {

        @Override
        public Optional<Patient> find(PatientId id) {
            return patients.find(id);
        }

        @Override
        public Page<Patient> ofEmail(String email, PageRequest page) {
            return patients.ofEmail(email, page);
        }

        @Override
        public Page<Patient> undeliverable(PageRequest page) {
            return patients.undeliverable(page);
        }

        @Override
        public WriteResult save(Patient patient) {
            return patient.isKnown() ? patients.save(patient) : WriteResult.WRITTEN;
        }
    }

    private record OneBody(Receipts real) implements ForwardingReceipts {

        @Override
        public Opened open(RequestId requestId, String body, Duration atMost) {
            return real.open(requestId, "", atMost);
        }

        @Override
        public Opened settle(RequestId requestId, String body, Receipt.Result outcome) {
            return real.settle(requestId, "", outcome);
        }

        @Override
        public Opened postpone(RequestId requestId, String body) {
            return real.postpone(requestId, "");
        }

        @Override
        public void giveUp(RequestId requestId, String body) {
            real.giveUp(requestId, "");
        }
    }

    private record NeverGivenUp(Receipts real) implements ForwardingReceipts {

        @Override
        public void giveUp(RequestId requestId, String body) {
            // Forgets it.
        }
    }

    /** Takes what was given up for decided. */
    private record NeverReopened(Receipts real) implements ForwardingReceipts {

        @Override
        public Opened settle(RequestId requestId, String body, Receipt.Result outcome) {
            return isGivenUp(requestId) ? new Opened.Done(outcome) : real.settle(requestId, body, outcome);
        }

        @Override
        public Opened postpone(RequestId requestId, String body) {
            return isGivenUp(requestId)
                    ? new Opened.Done(new Receipt.Rejected(RejectionReason.OVERTAKEN))
                    : real.postpone(requestId, body);
        }

        private boolean isGivenUp(RequestId requestId) {
            return real.find(requestId).filter(Receipt::isGivenUp).isPresent();
        }
    }

    private record NeverSilent(UnresolvedRequests real) implements UnresolvedRequests {

        @Override
        public long giveUpSilent(Instant now, BooleanSupplier hasTime) {
            return 0;
        }

        @Override
        public Counts count(Instant now) {
            return real.count(now);
        }
    }

    /** Gives up what may still be received. */
    private record Hasty(UnresolvedRequests real) implements UnresolvedRequests {

        @Override
        public long giveUpSilent(Instant now, BooleanSupplier hasTime) {
            return real.giveUpSilent(now.plus(SILENCE), hasTime);
        }

        @Override
        public Counts count(Instant now) {
            return real.count(now);
        }
    }
}

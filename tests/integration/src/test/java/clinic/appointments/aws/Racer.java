package clinic.appointments.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.trial.Ports;
import clinic.appointments.management.ManagementUseCases;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentCommand.OnConflict;
import clinic.appointments.message.Disposition;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.BlockId;
import clinic.appointments.model.LocalPeriod;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.request.RequestUseCases;

/**
 * Takes part in a race: books, moves and cancels one appointment after the other, or blocks and unblocks, as its dice
 * have it, and notes what it was given and refused.
 */
final class Racer implements Callable<Racer> {

    private static final int OPERATIONS = 6;
    private static final int ENOUGH = 200;

    private final String name;
    private final PatientId patient;
    private final Ports ports;
    private final Course course;
    private final SplittableRandom dice;
    private final List<Tenure> tenures = new ArrayList<>();
    private final List<Tenure> exclusive = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    /** What all racers have in common. */
    record Course(AtomicLong ticks, ResourceId pool, List<ResourceId> members, List<ResourceId> rooms,
            List<TimeSlot> times) {
    }

    /** An operation that is over. */
    private record Over(Disposition outcome, long from, long to) {

        boolean isAccepted() {
            return outcome instanceof Disposition.Accepted;
        }
    }

    Racer(String name, PatientId patient, Ports ports, Course course, long seed) {
        this.name = name;
        this.patient = patient;
        this.ports = ports;
        this.course = course;
        this.dice = new SplittableRandom(seed);
    }

    Stream<Tenure> tenures() {
        return tenures.stream();
    }

    /** Blocks that were accepted on condition of displacing nobody. */
    Stream<Tenure> exclusive() {
        return exclusive.stream();
    }

    Stream<Refused> refused() {
        return refused.stream();
    }

    @Override
    public Racer call() {
        for (int turn = 0; turn < OPERATIONS; turn++) {
            String id = name + "-" + turn;
            if (dice.nextInt(6) == 0) {
                block(id);
            } else {
                appointment(id);
            }
        }
        return this;
    }

    private void appointment(String id) {
        List<ResourceId> asked = asked();
        TimeSlot time = one(course.times);
        Over booked = request(id, new AppointmentCommand.Book(
                Given.bookingOf(patient, id, time, asked.toArray(ResourceId[]::new))));
        if (!booked.isAccepted()) {
            refuse(id, asked, time, booked);
            return;
        }
        List<ResourceId> first = stored(id);
        TimeSlot next = one(course.times);
        Over moved = request(id + "-move", new AppointmentCommand.Reschedule(new AppointmentId(id), next.local(),
                Optional.empty(), Optional.of(asked)));
        List<ResourceId> second = stored(id);
        Over cancelled = request(id + "-cancel",
                new AppointmentCommand.Cancel(new AppointmentId(id), Optional.empty()));
        if (moved.isAccepted()) {
            hold(id, first, time, booked, moved);
            hold(id, second, next, moved, cancelled);
        } else {
            refuse(id, asked, next, moved);
            hold(id, first, time, booked, cancelled);
        }
    }

    private void hold(String id, List<ResourceId> resources, TimeSlot time, Over taken, Over left) {
        resources.forEach(resource -> tenures.add(new Tenure(id, false, resource, time.interval(), taken.from, taken.to,
                left.from, left.to)));
    }

    private void block(String id) {
        ResourceId member = one(course.members);
        TimeSlot time = one(course.times);
        boolean lists = dice.nextBoolean();
        Over blocked = manage(id, new AppointmentCommand.BlockResource(new BlockId(id), member,
                new LocalPeriod(time.date().atTime(time.start()), time.date().atTime(time.end())), Optional.empty(),
                lists ? OnConflict.LIST : OnConflict.REFUSE));
        if (!blocked.isAccepted()) {
            refused.add(new Refused(id, true, List.of(List.of(member)), time.interval(), blocked.from, blocked.to));
            return;
        }
        Over lifted = manage(id + "-lift", new AppointmentCommand.LiftBlock(new BlockId(id)));
        Tenure tenure = new Tenure(id, true, member, time.interval(), blocked.from, blocked.to, lifted.from, lifted.to);
        tenures.add(tenure);
        if (!lists) {
            exclusive.add(tenure);
        }
    }

    private void refuse(String id, List<ResourceId> asked, TimeSlot time, Over over) {
        List<List<ResourceId>> choices = asked.stream()
                .map(each -> each.equals(course.pool) ? course.members : List.of(each)).toList();
        refused.add(new Refused(id, false, choices, time.interval(), over.from, over.to));
    }

    private List<ResourceId> asked() {
        return switch (dice.nextInt(4)) {
            case 0 -> List.of(one(course.members));
            case 1 -> List.of(course.pool, one(course.rooms));
            default -> List.of(course.pool);
        };
    }

    private List<ResourceId> stored(String id) {
        return ports.appointments().find(new AppointmentId(id)).orElseThrow().booking().resources();
    }

    private Over request(String id, AppointmentCommand.RequestCommand command) {
        RequestUseCases useCases = new RequestUseCases(ports, _ -> {}, Given.POLICY);
        return untilDecided(receive -> useCases.handle(Given.request(new RequestId(id), command), receive));
    }

    private Over manage(String id, AppointmentCommand.ManagementCommand command) {
        ManagementUseCases useCases = new ManagementUseCases(ports, Given.TERMS);
        return untilDecided(receive -> useCases.handle(Given.request(new RequestId(id), command), receive));
    }

    private Over untilDecided(IntFunction<Disposition> receive) {
        long from = course.ticks.getAndIncrement();
        Disposition outcome = receive.apply(1);
        for (int number = 2; outcome instanceof Disposition.Deferred; number++) {
            if (number > ENOUGH) {
                throw new AssertionError("no decision after " + ENOUGH + " receives");
            }
            outcome = receive.apply(2);
        }
        return new Over(outcome, from, course.ticks.getAndIncrement());
    }

    private <T> T one(List<T> choices) {
        return choices.get(dice.nextInt(choices.size()));
    }
}

package clinic.appointments.query;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Block;
import clinic.appointments.model.BlockId;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarOwner;
import clinic.appointments.model.Claim;
import clinic.appointments.model.Displacement;
import clinic.appointments.model.Displacements;
import clinic.appointments.model.FreeSlots;
import clinic.appointments.model.Interval;
import clinic.appointments.model.Pool;
import clinic.appointments.model.PoolId;
import clinic.appointments.model.Resource;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.model.VisitType;
import clinic.appointments.model.VisitTypeId;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Blocks;
import clinic.appointments.port.Calendars;
import clinic.appointments.port.Resources;

/** Finds what is defined, blocks, and free slots and displaced appointments of any resource. */
record FindResources(Resources resources, Blocks blocks, Appointments appointments, Calendars calendars,
        BookingTerms terms, InstantSource clock) {

    Optional<Resource> one(ResourceId id) {
        return resources.find(id);
    }

    List<TimeSlot> freeSlots(Question.FreeSlotsOfResource question) {
        FreeSlots slots = new FreeSlots(question.resource(), known(question.resource()), clock.instant());
        return slots.among(calendars.days(slots.days(question.wanted())), question.wanted());
    }

    List<Displacement> displaced(Question.DisplacedOfResource question) {
        Displacements displacements = new Displacements(question.resource(), known(question.resource()),
                clock.instant());
        List<CalendarDay> days = calendars.days(displacements.days(question.dates()));
        List<AppointmentId> booked = days.stream().flatMap(day -> day.busy().stream())
                .map(CalendarDay.Busy::appointmentId).distinct().toList();
        return displacements.among(appointments.findAll(booked), days, question.dates());
    }

    Optional<Pool> pool(PoolId id) {
        return resources.find(id);
    }

    Optional<VisitType> visitType(VisitTypeId id) {
        return resources.find(id);
    }

    Optional<Block> block(BlockId id) {
        return blocks.find(id);
    }

    /** The active blocks that take time of the dates, in the order of their starts. */
    List<Block> blocks(Question.BlocksOfResource question) {
        Interval asked = question.dates().in(known(question.resource()).zoneOf(question.resource()));
        List<BlockId> entered = calendars
                .days(new Claim(new CalendarOwner.OfResource(question.resource()), asked).days().toList()).stream()
                .flatMap(day -> day.blocksWithin(asked)).map(CalendarDay.Blocked::blockId).distinct().toList();
        return blocks.findAll(entered).stream().filter(Block::isActive)
                .sorted(Comparator.comparing(block -> block.interval().start())).toList();
    }

    private BookingTerms known(ResourceId resource) {
        return terms.knowing(one(resource).stream().toList());
    }
}

package clinic.appointments.query;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.FreeSlots;
import clinic.appointments.model.Resource;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.port.Calendars;
import clinic.appointments.port.Resources;

/** Finds defined resources, and free slots of any resource. */
record FindResources(Resources resources, Calendars calendars, BookingTerms terms, InstantSource clock) {

    Optional<Resource> one(ResourceId id) {
        return resources.find(id);
    }

    List<TimeSlot> freeSlots(Question.FreeSlotsOfResource question) {
        BookingTerms known = terms.knowing(one(question.resource()).stream().toList());
        FreeSlots slots = new FreeSlots(question.resource(), known, clock.instant());
        return slots.among(calendars.days(slots.days(question.wanted())), question.wanted());
    }
}

package clinic.appointments.model;

import java.util.List;
import java.util.Set;

/** A relocation: the places of an appointment before and after a move. */
public record Relocation(Place before, Place after) {

    /**
     * A place: a time and the resources booked for it.
     *
     * @param resources all different; the order does not matter
     */
    public record Place(TimeSlot slot, List<ResourceId> resources) {

        public Place {
            resources = List.copyOf(resources);
        }

        static Place of(Booking booking) {
            return new Place(booking.slot(), booking.resources());
        }

        private boolean isSameAs(Place other) {
            return slot.equals(other.slot) && Set.copyOf(resources).equals(Set.copyOf(other.resources));
        }
    }

    static Relocation of(Booking before, Booking after) {
        return new Relocation(Place.of(before), Place.of(after));
    }

    /** Whether the places differ. */
    boolean changesSomething() {
        return !before.isSameAs(after);
    }

    /** Whether the time of the appointment changes. */
    boolean changesTime() {
        return !before.slot().interval().equals(after.slot().interval());
    }
}

package clinic.appointments.model;

import java.util.List;
import java.util.Set;

/** What a move has changed: where the appointment was before, and where it has been since. */
public record Relocation(Place before, Place after) {

    /**
     * A time and the resources that go with it.
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

    /** Whether anything is different at all. */
    boolean changesSomething() {
        return !before.isSameAs(after);
    }

    /** Whether the appointment takes place at another time than before. */
    boolean changesTime() {
        return !before.slot().interval().equals(after.slot().interval());
    }
}

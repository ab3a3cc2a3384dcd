package clinic.appointments.infrastructure;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.BookingTerms.Limits;
import clinic.appointments.model.Buffer;
import clinic.appointments.model.DefinedResources;
import clinic.appointments.model.OpeningHours;
import clinic.appointments.model.ResourceTerms;
import org.jspecify.annotations.Nullable;

/** Sets the terms of bookings by name. */
final class BookingTermsBuilder {

    private final Map<String, ResourceTerms> kinds = new TreeMap<>();
    private Duration minimumNotice = Limits.DEFAULT.minimumNotice();
    private Duration horizon = Limits.DEFAULT.horizon();
    private Duration shortest = Limits.DEFAULT.shortest();
    private Duration longest = Limits.DEFAULT.longest();
    private Duration changeNotice = Limits.DEFAULT.changeNotice();
    private Optional<Duration> hold = Optional.empty();
    private DefinedResources resources = DefinedResources.NONE;
    private @Nullable ZoneId zone;
    private @Nullable Duration retention;

    BookingTermsBuilder minimumNotice(Duration beforeStart) {
        minimumNotice = beforeStart;
        return this;
    }

    BookingTermsBuilder horizon(Duration ahead) {
        horizon = ahead;
        return this;
    }

    BookingTermsBuilder shortest(Duration appointment) {
        shortest = appointment;
        return this;
    }

    BookingTermsBuilder longest(Duration appointment) {
        longest = appointment;
        return this;
    }

    BookingTermsBuilder changeNotice(Duration beforeStart) {
        changeNotice = beforeStart;
        return this;
    }

    /** Has every request confirmed by hand within that time. */
    BookingTermsBuilder hold(Duration forConfirmation) {
        hold = Optional.of(forConfirmation);
        return this;
    }

    /** Demands, or not, that a resource is defined before it is booked. */
    BookingTermsBuilder definedResources(boolean demanded) {
        resources = demanded ? DefinedResources.DEMANDED : DefinedResources.NONE;
        return this;
    }

    BookingTermsBuilder zone(ZoneId ofClinic) {
        zone = ofClinic;
        return this;
    }

    BookingTermsBuilder retention(Duration afterEnd) {
        retention = afterEnd;
        return this;
    }

    /** Adds a kind of resource with rules of its own. */
    BookingTermsBuilder kind(String name, UnaryOperator<Kind> rules) {
        kinds.put(name, rules.apply(new Kind()).build());
        return this;
    }

    BookingTerms build() {
        return new BookingTerms(new Limits(minimumNotice, horizon, shortest, longest, changeNotice), hold,
                Objects.requireNonNull(zone, "zone"), Objects.requireNonNull(retention, "retention"), kinds,
                resources);
    }

    /** Sets the rules of a kind of resource by name; the others keep their defaults. */
    static final class Kind {

        private int capacity = ResourceTerms.DEFAULT.capacity();
        private Duration bufferBefore = Duration.ZERO;
        private Duration bufferAfter = Duration.ZERO;
        private OpeningHours hours = OpeningHours.ALWAYS;
        private Optional<Duration> hold = Optional.empty();

        private Kind() {
        }

        Kind capacity(int appointments) {
            capacity = appointments;
            return this;
        }

        Kind bufferBefore(Duration length) {
            bufferBefore = length;
            return this;
        }

        Kind bufferAfter(Duration length) {
            bufferAfter = length;
            return this;
        }

        Kind hours(OpeningHours opening) {
            hours = opening;
            return this;
        }

        Kind hold(Duration forConfirmation) {
            hold = Optional.of(forConfirmation);
            return this;
        }

        private ResourceTerms build() {
            return new ResourceTerms(capacity, new Buffer(bufferBefore, bufferAfter), hours, hold);
        }
    }
}

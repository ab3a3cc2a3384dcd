package clinic.appointments.local.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.contract.FunctionName;
import clinic.appointments.contract.ResourcesTable;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.template.Deployment;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.BookingTermsText;
import clinic.appointments.model.ResourceId;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The times at which a patient or a resource has more appointments than it can have. Appointments that somebody has
 * booked or moved with an override do not count: they may be one too many.
 */
record DoubleBookings(List<Booked> booked) {

    private static final Duration DAY = Duration.ofDays(1);

    /** An appointment of a patient or a resource. */
    record Booked(String id, String owner, int capacity, Instant start, Instant end) {

        boolean isAt(Instant instant) {
            return !start.isAfter(instant) && end.isAfter(instant);
        }
    }

    /**
     * Reads the stored appointments of a stage.
     *
     * @param appointments their items
     */
    static DoubleBookings of(LocalStage stage, List<JsonNode> appointments) {
        BookingTerms terms = terms(stage.deployment())
                .knowing(StoredItems.of(stage, ResourcesTable.ID).stream().filter(StoredResource::isResource)
                        .map(StoredResource::read).toList());
        return new DoubleBookings(appointments.stream().filter(DoubleBookings::counts)
                .flatMap(item -> booked(terms, item)).toList());
    }

    /** One line for each of those times. */
    List<String> lines() {
        Map<String, List<Booked>> owners = new TreeMap<>();
        booked.forEach(each -> owners.computeIfAbsent(each.owner(), _ -> new ArrayList<>()).add(each));
        return owners.values().stream().flatMap(DoubleBookings::lines).distinct().toList();
    }

    private static Stream<String> lines(Collection<Booked> ofOwner) {
        return ofOwner.stream().map(Booked::start).distinct().flatMap(start -> line(start,
                ofOwner.stream().filter(other -> other.isAt(start)).toList()).stream());
    }

    private static Optional<String> line(Instant at, List<Booked> same) {
        return Optional.of(same).filter(all -> all.size() > all.getFirst().capacity())
                .map(all -> "%s at %s: %s".formatted(all.getFirst().owner(), at,
                        String.join(", ", all.stream().map(Booked::id).sorted().toList())));
    }

    private static boolean counts(JsonNode item) {
        return !StoredItems.text(item, AppointmentsTable.STATUS).equals("CANCELLED")
                && item.path("log").path("L").valueStream().noneMatch(entry -> entry.path("M").has("ovrBy"));
    }

    private static Stream<Booked> booked(BookingTerms terms, JsonNode item) {
        Booked patient = new Booked(StoredItems.text(item, AppointmentsTable.KEY),
                "patient " + StoredItems.text(item, AppointmentsTable.PATIENT_ID), 1, start(item), end(item));
        return Stream.concat(Stream.of(patient), item.path("resourceIds").path("L").valueStream()
                .map(resource -> ResourceId.of(resource.path("S").asText()))
                .map(resource -> new Booked(patient.id(), resource.toString(), terms.of(resource).capacity(),
                        patient.start(), patient.end())));
    }

    static Instant start(JsonNode item) {
        return Instant.parse(StoredItems.text(item, AppointmentsTable.START_AT));
    }

    /** Stored only when it does not follow from the local times. */
    static Instant end(JsonNode item) {
        return Optional.of(StoredItems.text(item, "endAt")).filter(end -> !end.isEmpty()).map(Instant::parse)
                .orElseGet(() -> start(item).plus(length(item)));
    }

    private static Duration length(JsonNode item) {
        Duration length = Duration.between(LocalTime.parse(StoredItems.text(item, "startTime")),
                LocalTime.parse(StoredItems.text(item, "endTime")));
        return length.isPositive() ? length : length.plus(DAY);
    }

    /** The terms of a stage. */
    static BookingTerms terms(Deployment deployment) {
        Map<String, String> variables = deployment.functions().stream()
                .filter(function -> function.id().equals(FunctionName.REQUEST.id())).findFirst().orElseThrow()
                .environment();
        return BookingTermsText.read(variable(variables, EnvironmentKey.BOOKING_TERMS),
                ZoneId.of(variable(variables, EnvironmentKey.DEFAULT_TIME_ZONE)));
    }

    private static String variable(Map<String, String> variables, EnvironmentKey key) {
        return Objects.requireNonNull(variables.get(key.name()));
    }
}

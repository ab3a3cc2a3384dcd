package clinic.appointments.model;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A visit search: the criteria of a slot search for a visit type, which sets what they leave out.
 *
 * @param resources in addition to those of the type; a pool stands for any of its members; may be empty
 * @param patient empty for anyone who is registered
 * @param dates local dates in {@code zone}
 * @param step from the start of a candidate to that of the next, positive; empty for the length of the visit
 */
public record VisitSearch(VisitTypeId type, List<ResourceId> resources, Optional<PatientId> patient, DateRange dates,
        ZoneId zone, Optional<Duration> step) implements SlotCriteria {

    public VisitSearch {
        resources = List.copyOf(resources);
    }

    /** What is wanted by the type's plan. */
    public SlotSearch.Wanted wanted(VisitPlan.Usable plan) {
        Duration length = plan.visit().duration();
        return new SlotSearch.Wanted(plan.resources(), patient, dates, zone, length,
                SlotSearch.stepOf(step, length), Optional.of(plan.visit()));
    }
}

package clinic.appointments.port;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.VisitPlan;
import clinic.appointments.model.VisitType;
import clinic.appointments.model.VisitTypeId;

/** The plans of visits, by the visit types and pools that are stored: the same for bookings and for searches. */
public record VisitPlans(Resources resources, BookingTerms terms) {

    /**
     * Reads the type, and the pools that it and the request name; both strongly consistent.
     *
     * @param named the resources and pools that the request names
     */
    public VisitPlan planFor(VisitTypeId id, List<ResourceId> named) {
        Optional<VisitType> type = resources.find(id);
        List<ResourceId> together = Stream.concat(named.stream(), type.stream().map(VisitType::resources)
                .flatMap(List::stream)).toList();
        return VisitPlan.of(type, named, terms.knowingPools(resources.poolsAmong(together)));
    }
}

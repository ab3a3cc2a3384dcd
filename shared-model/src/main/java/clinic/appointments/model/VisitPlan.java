package clinic.appointments.model;

import java.util.List;
import java.util.Optional;

/** A visit plan: what a visit type comes to for a request, if it can be booked. Pure. */
public sealed interface VisitPlan {

    /**
     * The type can be booked.
     *
     * @param resources those of the request and of the type, each once
     * @param terms the terms for its bookings, which know the pools
     */
    record Usable(VisitTerms visit, List<ResourceId> resources, BookingTerms terms) implements VisitPlan {

        public Usable {
            resources = List.copyOf(resources);
        }
    }

    /** It cannot be booked. */
    record Refused(Decision.Rejected rejection) implements VisitPlan {

        private static Refused because(RejectionReason reason) {
            return new Refused(new Decision.Rejected(reason));
        }
    }

    /**
     * The plan for a request.
     *
     * @param type as stored; empty when nobody has defined it
     * @param named the resources and pools that the request names
     * @param terms terms that know the pools of the request and of the type
     */
    static VisitPlan of(Optional<VisitType> type, List<ResourceId> named, BookingTerms terms) {
        return type.map(known -> known.details().map(details -> of(known, details, named, terms))
                .orElseGet(() -> Refused.because(RejectionReason.VISIT_TYPE_RETIRED)))
                .orElseGet(() -> Refused.because(RejectionReason.UNKNOWN_VISIT_TYPE));
    }

    private static VisitPlan of(VisitType type, VisitTypeDetails details, List<ResourceId> named, BookingTerms terms) {
        List<ResourceId> together = new VisitResources(named, details.resources(), terms.resources()).together();
        return together.size() > Booking.MAX_RESOURCES
                ? new Refused(new Decision.Rejected(RejectionReason.INVALID_RESOURCE_IDS,
                        Evidence.setting("most resources", Booking.MAX_RESOURCES)))
                : new Usable(VisitTerms.of(type, details), together, terms.heldAtMost(details.hold()));
    }
}

package clinic.appointments.model;

/** The criteria of a slot search: of a length and resources, or those of a visit type. */
public sealed interface SlotCriteria permits SlotSearch.Wanted, VisitSearch {
}

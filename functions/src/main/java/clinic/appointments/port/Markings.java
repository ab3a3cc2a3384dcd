package clinic.appointments.port;

import clinic.appointments.model.Marking;

/** The markings: the store of appointments' marks with the receipts of the requests that make them. */
public interface Markings {

    /**
     * Writes the marks of an appointment and the receipt of the request, all or nothing, on condition that the stored
     * appointment has the version and the marks that were read; its reminders do not matter. Repeating is safe: the
     * second call is {@link WriteResult#TAKEN}.
     */
    WriteResult save(Marking.Made made, Receipts.Settlement settlement);
}

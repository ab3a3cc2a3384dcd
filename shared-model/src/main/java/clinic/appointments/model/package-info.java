/**
 * The domain model: values, the status machine, the calendar, the booking policy and the reminder plan. Pure. Add a
 * rule in {@link clinic.appointments.model.BookingPolicy} and its code in
 * {@link clinic.appointments.model.RejectionReason}.
 */
@NullMarked
package clinic.appointments.model;

import org.jspecify.annotations.NullMarked;

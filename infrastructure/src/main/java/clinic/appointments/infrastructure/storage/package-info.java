/**
 * The keys and the tables, with the permissions that each use of them needs. A new table or a new use of one is added
 * to {@code AppointmentStore}.
 */
@NullMarked
package clinic.appointments.infrastructure.storage;

import org.jspecify.annotations.NullMarked;

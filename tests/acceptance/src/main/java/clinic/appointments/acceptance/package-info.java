/** Journeys through the HTTP API that any stage must pass, on this machine and on AWS. */
@NullMarked
package clinic.appointments.acceptance;

import org.jspecify.annotations.NullMarked;

/**
 * What the use cases need, in the service's own words. May touch model and message. Every port has an adapter in
 * {@code aws} and a fake in the tests, and both pass the same contract test.
 */
@NullMarked
package clinic.appointments.port;

import org.jspecify.annotations.NullMarked;

/**
 * The ports: the use cases' needs, in the service's own words. Every port has an adapter in {@code aws} and a fake in
 * the tests, and both pass the same contract test.
 */
@NullMarked
package clinic.appointments.port;

import org.jspecify.annotations.NullMarked;

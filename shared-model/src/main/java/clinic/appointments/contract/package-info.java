/**
 * The names that infrastructure and functions must agree on: functions and their handlers, environment variables,
 * tables with their keys and indexes, metrics. No logic. Add a name here first, then use it on both sides.
 */
@NullMarked
package clinic.appointments.contract;

import org.jspecify.annotations.NullMarked;

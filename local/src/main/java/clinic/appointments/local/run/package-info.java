/**
 * The local run of this service: its options, its sample messages, the report and the endpoint to control a stage by
 * hand. The only package of this module that knows appointments. A new option goes to {@code RunSettings}.
 */
@NullMarked
package clinic.appointments.local.run;

import org.jspecify.annotations.NullMarked;

/**
 * The composition root: reads a function's environment and puts ports on AWS into the use cases' hands. The only
 * package that knows {@code aws}.
 */
@NullMarked
package clinic.appointments.wiring;

import org.jspecify.annotations.NullMarked;

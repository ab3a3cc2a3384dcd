/**
 * The composition root: reads a function's environment and gives ports on AWS to the use cases. The only package that
 * knows {@code aws}.
 */
@NullMarked
package clinic.appointments.wiring;

import org.jspecify.annotations.NullMarked;

/**
 * What happens before Lambda takes a snapshot of a function: it processes made-up events, with services that answer
 * from the function's own memory. Knows no stage; a new function adds a script in {@code resources}.
 */
@NullMarked
package clinic.appointments.priming;

import org.jspecify.annotations.NullMarked;

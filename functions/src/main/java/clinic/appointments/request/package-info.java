/**
 * The first stage: takes clients' requests, books, moves, cancels and releases appointments, registers and erases
 * patients. The handler wires; the use cases decide with the model and act through ports. Add a command as a use case
 * here and a case in {@link clinic.appointments.request.RequestCommands}.
 */
@NullMarked
package clinic.appointments.request;

import org.jspecify.annotations.NullMarked;

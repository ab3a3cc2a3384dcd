/**
 * The page of a stage that is kept up: what is inside it, what has happened in it, and the commands to control it. It
 * reads the stage and changes it only by commands that a person could send. A new view is a record for its template in
 * {@code src/main/jte} and a case in {@code Views}; a new command is a case in {@code Commands}.
 */
@NullMarked
package clinic.appointments.local.page;

import org.jspecify.annotations.NullMarked;

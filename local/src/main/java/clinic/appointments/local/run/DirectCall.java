package clinic.appointments.local.run;

import java.nio.file.Path;

/**
 * The invocation of one function with one event.
 *
 * @param functionId logical id of the function without the hash of the CDK
 * @param event file with the event, whose dates are filled in
 */
record DirectCall(String functionId, Path event) {
}

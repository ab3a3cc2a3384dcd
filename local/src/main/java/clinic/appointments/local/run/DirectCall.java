package clinic.appointments.local.run;

import java.nio.file.Path;

/**
 * One function that is run on one event.
 *
 * @param functionId its construct id
 * @param event file with the event, whose dates are filled in
 */
record DirectCall(String functionId, Path event) {
}

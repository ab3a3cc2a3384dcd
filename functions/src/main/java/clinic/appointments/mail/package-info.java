/**
 * What a letter to a patient says, in the patient's language, and the calendar entry that goes with it. Pure: may touch
 * model and port. A language is one more {@code mail_….properties} beside {@code mail.properties}, which is English; a
 * test asks each for every key.
 */
@NullMarked
package clinic.appointments.mail;

import org.jspecify.annotations.NullMarked;

/**
 * The text of a notification to a patient, in the patient's language, and the calendar entry attached to it. Pure. A
 * language is one more {@code mail_….properties} next to {@code mail.properties}, which is English; a test checks each
 * file for every key.
 */
@NullMarked
package clinic.appointments.mail;

import org.jspecify.annotations.NullMarked;

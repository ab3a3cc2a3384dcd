/**
 * The way back: what the provider reports of e-mails that it had accepted. It knows patients by their ids and marks
 * them; it reads no address. A new kind of event is a constant of {@code MailEvent.Kind}.
 */
@NullMarked
package clinic.appointments.mailevent;

import org.jspecify.annotations.NullMarked;

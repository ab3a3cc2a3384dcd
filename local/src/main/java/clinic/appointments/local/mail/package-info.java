/**
 * SES from the sender's point of view: accepts e-mails, validates them as SES does, and keeps them where a person and
 * a test can read them.
 */
@NullMarked
package clinic.appointments.local.mail;

import org.jspecify.annotations.NullMarked;

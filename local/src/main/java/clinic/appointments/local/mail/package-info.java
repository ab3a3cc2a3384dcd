/**
 * SES from the sender's point of view: accepts e-mails, validates them as SES does, and keeps them where a person and
 * a test can read them.
 */
package clinic.appointments.local.mail;

/**
 * SES as far as a sender sees it: takes e-mails, checks what SES checks of them, and keeps them where a person and a
 * test can read them. Touches gateway's service contract, the JDK, Jackson and a mail library.
 */
package clinic.appointments.local.mail;

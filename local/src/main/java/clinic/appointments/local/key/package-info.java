/**
 * Stands for AWS KMS where a function asks it itself: message authentication codes of the template's HMAC keys.
 * Encryption at rest is nobody's business here. May touch the gateway's contract, the JDK and Jackson.
 */
package clinic.appointments.local.key;

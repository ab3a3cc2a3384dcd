/**
 * Stands in for the part of AWS KMS that functions call directly: message authentication codes with the template's
 * HMAC keys. Encryption at rest is not imitated.
 */
@NullMarked
package clinic.appointments.local.key;

import org.jspecify.annotations.NullMarked;

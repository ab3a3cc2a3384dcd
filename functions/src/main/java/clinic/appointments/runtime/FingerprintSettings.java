package clinic.appointments.runtime;

import clinic.appointments.contract.FingerprintVersions;

/**
 * What fingerprints of personal data are made with.
 *
 * @param key ARN of the HMAC key that the secret is derived from
 */
public record FingerprintSettings(String key, FingerprintVersions versions) {
}

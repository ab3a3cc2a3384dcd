package clinic.appointments.architecture.violations.snapstart;

import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Credentials that have expired when the snapshot is restored. */
public record CopiedCredentials(AwsCredentials credentials) {
}

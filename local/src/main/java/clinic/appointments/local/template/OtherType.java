package clinic.appointments.local.template;

import java.util.Locale;

/**
 * A type that nothing here knows: its resources do not exist on this machine, and {@link Deployment#unchecked()} says
 * so.
 */
record OtherType(String cloudFormation) implements ResourceType {

    /** The service as ARNs name it, for most services: {@code s3} of {@code AWS::S3::Bucket}. */
    String service() {
        String[] parts = cloudFormation.split("::");
        return parts[Math.min(1, parts.length - 1)].toLowerCase(Locale.ROOT);
    }
}

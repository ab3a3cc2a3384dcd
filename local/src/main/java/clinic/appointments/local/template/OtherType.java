package clinic.appointments.local.template;

import java.util.Locale;

/** An unknown resource type. Its resources do not exist on this machine; {@link Deployment#unchecked()} lists them. */
record OtherType(String cloudFormation) implements ResourceType {

    /** The service's name in ARNs, right for most services: {@code s3} for {@code AWS::S3::Bucket}. */
    String service() {
        String[] parts = cloudFormation.split("::", -1);
        return parts[Math.min(1, parts.length - 1)].toLowerCase(Locale.ROOT);
    }
}

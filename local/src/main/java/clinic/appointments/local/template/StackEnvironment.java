package clinic.appointments.local.template;

import java.net.URI;

/**
 * Where a stack's resources are on this machine.
 *
 * @param gateway address that stands for every AWS service
 */
record StackEnvironment(String account, String region, URI gateway) {

    /** The partition that every ARN here belongs to. */
    static final String PARTITION = "aws";

    String arn(String service, String resource) {
        return "arn:" + PARTITION + ":" + service + ":" + region + ":" + account + ":" + resource;
    }

    /** IAM is global: its ARNs name no region. */
    String globalArn(String service, String resource) {
        return "arn:" + PARTITION + ":" + service + "::" + account + ":" + resource;
    }

    String queueUrl(String name) {
        return gateway + "/" + account + "/" + name;
    }
}

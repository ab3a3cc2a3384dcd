package clinic.appointments.local.template;

import java.net.URI;

/**
 * The environment of a stack on this machine.
 *
 * @param gateway address that stands in for every AWS service
 */
record StackEnvironment(String account, String region, URI gateway) {

    /** The partition of all ARNs. */
    static final String PARTITION = "aws";

    String arn(String service, String resource) {
        return "arn:" + PARTITION + ":" + service + ":" + region + ":" + account + ":" + resource;
    }

    /** An ARN of IAM, which is global: without a region. */
    String globalArn(String service, String resource) {
        return "arn:" + PARTITION + ":" + service + "::" + account + ":" + resource;
    }

    String queueUrl(String name) {
        return gateway + "/" + account + "/" + name;
    }
}

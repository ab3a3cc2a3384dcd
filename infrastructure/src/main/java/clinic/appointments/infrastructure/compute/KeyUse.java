package clinic.appointments.infrastructure.compute;

import java.util.List;
import java.util.Map;

import software.amazon.awscdk.services.iam.PolicyStatement;

/** Permission to use a key, bound to the service on whose behalf it is used (KMS: "kms:ViaService"). */
public final class KeyUse {

    /** What reading from an encrypted queue takes (SQS: "Amazon SQS key management"). */
    public static final List<String> RECEIVE = List.of("kms:Decrypt");
    /** What sending to an encrypted queue takes (SQS: "Amazon SQS key management"). */
    public static final List<String> SEND = List.of("kms:Decrypt", "kms:GenerateDataKey");
    /** What any use of an encrypted table takes (KMS: "How Amazon DynamoDB uses AWS KMS"). */
    public static final List<String> READ = List.of("kms:Decrypt", "kms:DescribeKey");
    /** What writing to an encrypted table takes besides reading (same page). */
    public static final List<String> WRITE = List.of("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt",
            "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo");

    private KeyUse() {
    }

    /** A statement that allows the actions on the key when the service asks. */
    public static PolicyStatement.Builder through(String service, String region, String keyArn, List<String> actions) {
        return PolicyStatement.Builder.create().actions(actions).resources(List.of(keyArn)).conditions(
                Map.of("StringEquals", Map.of("kms:ViaService", service + "." + region + ".amazonaws.com")));
    }
}

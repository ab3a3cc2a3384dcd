package clinic.appointments.infrastructure.patterns;

import java.util.List;
import java.util.Map;

import software.amazon.awscdk.services.iam.PolicyStatement;

/** Permission to use a key, bound to the service on whose behalf it is used (KMS: "kms:ViaService"). */
public final class KeyUse {

    /** Actions needed to read from an encrypted queue (SQS: "Amazon SQS key management"). */
    public static final List<String> RECEIVE = List.of("kms:Decrypt");
    /** Actions needed to send to an encrypted queue (SQS: "Amazon SQS key management"). */
    public static final List<String> SEND = List.of("kms:Decrypt", "kms:GenerateDataKey");
    /** Actions needed for any use of an encrypted table (KMS: "How Amazon DynamoDB uses AWS KMS"). */
    public static final List<String> READ = List.of("kms:Decrypt", "kms:DescribeKey");
    /** Actions needed to write to an encrypted table (KMS: "How Amazon DynamoDB uses AWS KMS"). */
    public static final List<String> WRITE = List.of("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt",
            "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo");

    private KeyUse() {
    }

    /** A statement that allows the actions on the key when the service asks. */
    public static PolicyStatement through(String service, String region, String keyArn, List<String> actions) {
        return PolicyStatement.Builder.create().actions(actions).resources(List.of(keyArn)).conditions(
                Map.of("StringEquals", Map.of("kms:ViaService", service + "." + region + ".amazonaws.com"))).build();
    }
}

package clinic.appointments.infrastructure.storage;

import java.util.List;
import java.util.Map;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.contract.FingerprintVersions;
import clinic.appointments.infrastructure.compute.ServiceFunction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.kms.KeySpec;
import software.amazon.awscdk.services.kms.KeyUsage;
import software.constructs.Construct;

/**
 * The HMAC key from which functions derive the secret that fingerprints of personal data are made with. The secret is
 * kept nowhere: who may ask this key can compute it, and nobody else. KMS does not rotate keys of this kind (AWS KMS
 * API Reference, "EnableKeyRotation"); another version of the secret does what rotation would.
 */
public final class FingerprintKey {

    private final Key key;
    private final FingerprintVersions versions;

    public FingerprintKey(Construct scope, DataSettings settings) {
        key = Key.Builder.create(scope, "FingerprintKey")
                .description("Appointment scheduling: secret of the fingerprints of personal data")
                .keySpec(KeySpec.HMAC_256).keyUsage(KeyUsage.GENERATE_VERIFY_MAC).removalPolicy(settings.removal())
                .build();
        versions = settings.fingerprints();
    }

    /** Lets a function derive the secret. */
    public void grantGenerateMac(ServiceFunction function) {
        function.reads(EnvironmentKey.FINGERPRINT_KEY, key.getKeyArn());
        function.reads(EnvironmentKey.FINGERPRINT_VERSIONS, versions.toString());
        function.may(PolicyStatement.Builder.create().actions(List.of("kms:GenerateMac"))
                .resources(List.of(key.getKeyArn()))
                .conditions(Map.of("StringEquals", Map.of("kms:MacAlgorithm", "HMAC_SHA_256"))));
    }
}

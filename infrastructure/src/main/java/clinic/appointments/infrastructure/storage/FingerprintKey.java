package clinic.appointments.infrastructure.storage;

import java.util.List;
import java.util.Map;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.contract.FingerprintVersions;
import clinic.appointments.infrastructure.patterns.ServiceFunction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.kms.KeySpec;
import software.amazon.awscdk.services.kms.KeyUsage;
import software.constructs.Construct;

import static clinic.appointments.infrastructure.patterns.MainChild.DEFAULT_ID;

/**
 * The HMAC key from which functions derive the secret behind fingerprints of personal data. The secret is stored
 * nowhere: only a role that may ask this key can compute it. KMS does not rotate keys of this kind (AWS KMS API
 * Reference, "EnableKeyRotation"); a new version of the secret takes the place of a rotation.
 */
public final class FingerprintKey extends Construct {

    private final Key key;
    private final FingerprintVersions versions;

    public FingerprintKey(Construct scope, String id, DataSettings settings) {
        super(scope, id);
        key = Key.Builder.create(this, DEFAULT_ID)
                .description("Appointment scheduling: secret of the fingerprints of personal data")
                .keySpec(KeySpec.HMAC_256).keyUsage(KeyUsage.GENERATE_VERIFY_MAC).removalPolicy(settings.removal())
                .build();
        versions = settings.fingerprints();
    }

    /** Lets a function derive the secret. */
    public void grantGenerateMac(ServiceFunction function) {
        function.addEnvironment(EnvironmentKey.FINGERPRINT_KEY.name(), key.getKeyArn());
        function.addEnvironment(EnvironmentKey.FINGERPRINT_VERSIONS.name(), versions.toString());
        function.addToRolePolicy(PolicyStatement.Builder.create().actions(List.of("kms:GenerateMac"))
                .resources(List.of(key.getKeyArn()))
                .conditions(Map.of("StringEquals", Map.of("kms:MacAlgorithm", "HMAC_SHA_256"))).build());
    }

    public IKey key() {
        return key;
    }
}

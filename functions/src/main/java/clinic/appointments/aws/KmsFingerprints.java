package clinic.appointments.aws;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import clinic.appointments.contract.FingerprintVersions;
import clinic.appointments.port.Fingerprints;
import clinic.appointments.wire.Hash;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;

/**
 * {@link Fingerprints} as HMAC-SHA256. The secret of a version is the MAC of a constant under an HMAC key in KMS (AWS
 * KMS API Reference, "GenerateMac": the result may serve to derive keys). It is fetched on first use, once in the life
 * of an execution environment: after a snapshot was restored, and never before one is taken.
 */
public final class KmsFingerprints implements Fingerprints {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String OF = ":";

    private final KmsClient client;
    private final String key;
    private final FingerprintVersions versions;
    private final Map<Integer, SecretKeySpec> secrets = new ConcurrentHashMap<>();

    /** @param key ARN of the HMAC key */
    public KmsFingerprints(KmsClient client, String key, FingerprintVersions versions) {
        this.client = client;
        this.key = key;
        this.versions = versions;
    }

    @Override
    public String of(String text) {
        return of(current(), text);
    }

    @Override
    public Stream<String> inEveryVersion(String text) {
        return versions.values().stream().map(version -> of(version, text));
    }

    @Override
    public boolean isCurrent(String fingerprint) {
        return fingerprint.startsWith(current() + OF);
    }

    private int current() {
        return versions.values().getFirst();
    }

    private String of(int version, String text) {
        if (version == FingerprintVersions.UNKEYED) {
            return Hash.of(text);
        }
        return version + OF + HexFormat.of().formatHex(mac(version).doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Mac mac(int version) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secrets.computeIfAbsent(version, this::derive));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    private SecretKeySpec derive(int version) {
        SdkBytes constant = SdkBytes.fromUtf8String("appointments/fingerprints/" + version);
        byte[] derived = client
                .generateMac(
                        request -> request.keyId(key).macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256).message(constant))
                .mac().asByteArray();
        return new SecretKeySpec(derived, ALGORITHM);
    }
}

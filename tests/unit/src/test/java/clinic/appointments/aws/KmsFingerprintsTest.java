package clinic.appointments.aws;

import java.util.List;

import clinic.appointments.contract.FingerprintVersions;
import clinic.appointments.fixture.FixedKey;
import clinic.appointments.wire.Hash;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kms.model.GenerateMacRequest;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class KmsFingerprintsTest {

    private static final String BODY = "{\"notes\":\"hiv test\",\"patientId\":\"p1\"}";

    private final FixedKey kms = new FixedKey();

    @Test
    void asksForTheSecretWhenItIsFirstNeededAndNeverAgain() {
        KmsFingerprints fingerprints = of("2,1");
        assertThat(kms.requester()).as("before a snapshot is taken").isEmpty();

        fingerprints.of(BODY);
        fingerprints.of("another");
        fingerprints.isCurrent("2:ab");
        assertThat(kms.requester()).extracting(GenerateMacRequest::keyId, GenerateMacRequest::macAlgorithm,
                requester -> requester.message().asUtf8String())
                .containsExactly(
                        tuple("key", MacAlgorithmSpec.HMAC_SHA_256, "appointments/fingerprints/2"));

        assertThat(fingerprints.inEveryVersion(BODY)).hasSize(2);
        assertThat(fingerprints.inEveryVersion("third")).hasSize(2);
        assertThat(kms.requester()).hasSize(2);
    }

    @Test
    void asksForNoEarlierSecretAsLongAsTheCurrentOneWillDo() {
        assertThat(of("2,1").inEveryVersion(BODY).findFirst()).isPresent();

        assertThat(kms.requester()).hasSize(1);
    }

    @Test
    void isTheSameForTheSameTextAndSaysItsVersion() {
        assertThat(of("2,1").of(BODY)).matches("2:[0-9a-f]{64}").isEqualTo(of("2").of(BODY));
        assertThat(of("2,1").of(BODY)).isNotEqualTo(of("2,1").of(BODY + " "));
    }

    @Test
    void keepsVersionsApartByMoreThanTheirNames() {
        assertThat(of("1").of(BODY).substring(2)).isNotEqualTo(of("2").of(BODY).substring(2));
    }

    @Test
    void isNotToldByGuessingAtTheText() {
        assertThat(of("1").of(BODY)).doesNotContain(Hash.of(BODY));
    }

    @Test
    void isFoundInEveryVersionCurrentFirst() {
        assertThat(of("3,2,1").inEveryVersion(BODY))
                .containsExactly(of("3").of(BODY), of("2").of(BODY), of("1").of(BODY));
    }

    @Test
    void recognizesWhatWasWrittenBeforeThereWasASecretAndWritesNoneOfIt() {
        assertThat(of("1,0").inEveryVersion(BODY)).containsExactly(of("1").of(BODY), Hash.of(BODY));
        assertThat(of("1,0").of(BODY)).startsWith("1:");
    }

    @Test
    void tellsWhatIsCurrent() {
        assertThat(List.of("12:ab", "1:ab", Hash.of(BODY))).noneMatch(of("2,1")::isCurrent);
        assertThat(of("2,1").isCurrent(of("2,1").of(BODY))).isTrue();
    }

    private KmsFingerprints of(String versions) {
        return new KmsFingerprints(kms, "key", FingerprintVersions.of(versions));
    }
}

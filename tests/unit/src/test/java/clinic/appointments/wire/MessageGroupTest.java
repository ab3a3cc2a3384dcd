package clinic.appointments.wire;

import clinic.appointments.message.MessageGroup;
import clinic.appointments.model.ClientId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessageGroupTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "reconciliation", "123456789012/a+b=c@d_e-f.g", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"})
    void takesWhatSqsTakes(String text) {
        assertThat(MessageGroup.find(text)).contains(new MessageGroup(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "front desk", "größe", "a\nb"})
    void ignoresWhatSqsRefuses(String text) {
        assertThat(MessageGroup.find(text)).isEmpty();
        assertThat(MessageGroup.find("a".repeat(129))).isEmpty();
    }

    @Test
    void isTheEndOfALongName() {
        ClientId client = new ClientId("123456789012/user/" + "path/".repeat(40) + "ada");
        assertThat(MessageGroup.of(client).value()).hasSize(128).endsWith("path/ada");
        assertThat(MessageGroup.of(new ClientId("a".repeat(128))).value()).hasSize(128);
    }
}

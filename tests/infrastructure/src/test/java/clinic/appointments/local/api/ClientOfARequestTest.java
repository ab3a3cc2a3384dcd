package clinic.appointments.local.api;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import clinic.appointments.message.MessageGroup;
import clinic.appointments.model.ClientId;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Writes and reads derive the same client from the identity that API Gateway passes on. */
class ClientOfARequestTest {

    /** AWS IAM User Guide, "IAM identifiers"; AWS STS API Reference, "AssumedRoleUser". */
    @ParameterizedTest
    @CsvSource({"arn:aws:sts::123456789012:assumed-role/front-desk/ada.1, 123456789012/front-desk",
            "arn:aws:sts::123456789012:assumed-role/front-desk/i-0abc, 123456789012/front-desk",
            "arn:aws:sts::210987654321:assumed-role/front-desk/ada.1, 210987654321/front-desk",
            "arn:aws-us-gov:sts::123456789012:assumed-role/a+b=c@d_e-f.g/x, 123456789012/a+b=c@d_e-f.g",
            "arn:aws:iam::123456789012:user/ada, 123456789012/user/ada",
            "arn:aws:iam::123456789012:user/desk/front/ada, 123456789012/user/desk/front/ada",
            "arn:aws:sts::123456789012:federated-user/bob, 123456789012/federated-user/bob",
            "arn:aws:iam::123456789012:root, 123456789012/root"})
    void isTheSameForWritesAndReads(String arn, String client) {
        assertThat(ofWrite(arn)).isEqualTo(client);
        assertThat(ClientId.ofArn(arn)).contains(new ClientId(client));
    }

    @Test
    void isToldToTheQueueByEveryWrite() {
        assertThat(templates()).hasSizeGreaterThan(5)
                .allSatisfy(template -> assertThat(template)
                        .contains("\"client\":{\"DataType\":\"String\",\"StringValue\":\"$client\"}"));
    }

    /** Of a role without its session; of a long path the end (SQS: "SendMessage", MessageGroupId). */
    @ParameterizedTest
    @CsvSource({"arn:aws:sts::123456789012:assumed-role/front-desk/ada.1, 123456789012/front-desk",
            "arn:aws:iam::123456789012:user/ada, 123456789012/user/ada"})
    void isTheGroupOfItsMessages(String arn, String group) {
        assertThat(ofWrite(arn, "group")).isEqualTo(group);
        assertThat(MessageGroup.of(ClientId.ofArn(arn).orElseThrow())).isEqualTo(new MessageGroup(group));
        String longArn = "arn:aws:iam::123456789012:user/" + "path/".repeat(30) + "ada";
        assertThat(ofWrite(longArn, "group")).hasSize(128).endsWith("/path/ada")
                .isEqualTo(MessageGroup.of(ClientId.ofArn(longArn).orElseThrow()).value());
    }

    @Test
    void isTheGroupInEveryWrite() {
        assertThat(templates()).hasSizeGreaterThan(5).allSatisfy(template -> assertThat(template)
                .contains("#if($group != \"\"),\"MessageGroupId\":\"$group\"#end"));
    }

    private static String ofWrite(String arn) {
        return ofWrite(arn, "client");
    }

    private static String ofWrite(String arn, String variable) {
        String lines = templates().getFirst().lines()
                .filter(line -> line.matches("#set\\(\\$(arn|role|client|group) = .*")).collect(Collectors.joining());
        var context = new VelocityContext(
                new HashMap<>(Map.of("context", Map.of("identity", Map.of("userArn", arn)))));
        var out = new StringWriter();
        new VelocityEngine().evaluate(context, out, "client", lines + "$" + variable);
        return out.toString();
    }

    private static List<String> templates() {
        return OpenApi.DEPLOYMENT.apis().getFirst().body().findValues("requestTemplates").stream()
                .map(templates -> templates.path("application/json").asText())
                .filter(template -> template.contains("MessageBody")).toList();
    }
}

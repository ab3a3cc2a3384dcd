package clinic.appointments.local.policy;

import java.util.List;
import java.util.Map;

import clinic.appointments.local.template.Role;
import clinic.appointments.local.template.UnsupportedTemplateException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Policies are evaluated by the rules of IAM. */
class AuthorizerTest {

    private static final String TABLE = "arn:aws:dynamodb:eu-central-1:123456789012:table/T";

    @Test
    void allowsWhatAStatementAllows() {
        assertThat(decide(new AccessRequest("dynamodb:GetItem", TABLE), allow("dynamodb:GetItem", TABLE)))
                .isEqualTo(new AccessDecision.Allowed());
    }

    @Test
    void deniesWhatNoStatementAllows() {
        assertThat(decide(new AccessRequest("dynamodb:PutItem", TABLE), allow("dynamodb:GetItem", TABLE)))
                .isEqualTo(new AccessDecision.Denied("R1", "dynamodb:PutItem", TABLE));
    }

    @Test
    void doesNotStretchATableToItsIndexes() {
        var index = TABLE + "/index/byPatient";
        assertThat(decide(new AccessRequest("dynamodb:Query", index), allow("dynamodb:Query", TABLE)))
                .isEqualTo(new AccessDecision.Denied("R1", "dynamodb:Query", index));
    }

    @Test
    void anExplicitDenyWins() {
        assertThat(decide(new AccessRequest("dynamodb:GetItem", TABLE), allow("dynamodb:*", "*"),
                new Role.Statement(false, List.of("dynamodb:GetItem"), List.of(TABLE), Map.of())))
                .isEqualTo(new AccessDecision.Denied("R1", "dynamodb:GetItem", TABLE));
    }

    @Test
    void matchesWildcardsInActionsWithoutCaseAndInResourcesWithCase() {
        assertThat(decide(new AccessRequest("dynamodb:GetItem", TABLE), allow("DynamoDB:get*", TABLE)))
                .isEqualTo(new AccessDecision.Allowed());
        assertThat(decide(new AccessRequest("dynamodb:GetItem", TABLE), allow("dynamodb:Get?tem", "arn:*:table/?")))
                .isEqualTo(new AccessDecision.Allowed());
        assertThat(decide(new AccessRequest("dynamodb:GetItem", TABLE), allow("dynamodb:GetItem", "*table/t")))
                .isInstanceOf(AccessDecision.Denied.class);
    }

    @Test
    void takesEveryOtherCharacterLiterally() {
        assertThat(decide(new AccessRequest("a:B", "arn-x"), allow("a:B", "arn.x"))).isInstanceOf(
                AccessDecision.Denied.class);
    }

    @Test
    void allowsUnderAConditionOnlyWhenTheRequestMeetsIt() {
        var conditional = new Role.Statement(true, List.of("kms:Decrypt"), List.of("key"),
                Map.of("StringEquals", Map.of("kms:ViaService", List.of("sqs.eu-central-1.amazonaws.com"))));
        assertThat(decide(viaService("sqs.eu-central-1.amazonaws.com"), conditional)).isEqualTo(
                new AccessDecision.Allowed());
        assertThat(decide(viaService("dynamodb.eu-central-1.amazonaws.com"), conditional))
                .isInstanceOf(AccessDecision.Denied.class);
        assertThat(decide(new AccessRequest("kms:Decrypt", "key"), conditional))
                .isInstanceOf(AccessDecision.Denied.class);
    }

    @Test
    void refusesAConditionOperatorThatItDoesNotKnow() {
        var statement = new Role.Statement(true, List.of("a:B"), List.of("*"),
                Map.of("DateLessThan", Map.of("aws:CurrentTime", List.of("2030-01-01T00:00:00Z"))));
        var roles = List.of(role(statement));
        assertThatThrownBy(() -> new Authorizer(roles)).isInstanceOf(UnsupportedTemplateException.class).hasMessage(
                "Role R1 has a statement with the condition operator DateLessThan, which is not supported by the "
                        + "local run.");
    }

    private static AccessRequest viaService(String host) {
        return new AccessRequest("kms:Decrypt", "key", Map.of("kms:ViaService", host));
    }

    private static Role.Statement allow(String action, String resource) {
        return new Role.Statement(true, List.of(action), List.of(resource), Map.of());
    }

    private static AccessDecision decide(AccessRequest request, Role.Statement... statements) {
        var role = role(statements);
        return new Authorizer(List.of(role)).decide(role, request);
    }

    private static Role role(Role.Statement... statements) {
        return new Role("R1", "R1", "arn:aws:iam::123456789012:role/R1", List.of(), List.of(statements));
    }
}

package clinic.appointments.local.api;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import clinic.appointments.local.function.Invocation;
import clinic.appointments.local.template.Api;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A configuration that AWS would reject or that is unknown here fails the boot. */
class StrictnessTest {

    private static final ApiRequest REQUEST = new ApiRequest("id", "POST", "/live/appointments/a1/cancel", Map.of(),
            Map.of(), "");

    @ParameterizedTest
    @ValueSource(strings = {"$context.identity.sourceIp", "$context.stage", "$util.urlEncode('x')", "$stageVariables.x",
            "$input.size()",
            "$input.path('$..x')", "$undefined", "$context.getClass().forName('java.lang.Runtime')"})
    void aTemplateMayUseNothingThatIsNotKnown(String template) {
        assertThatThrownBy(() -> render(template)).isInstanceOf(ApiException.class);
    }

    @Test
    void aTemplateFindsTheRootOfTheApi() {
        assertThat(render("$context.path.replaceAll('(/[^/]+){3}/?$', '')")).isEqualTo("/live");
    }

    @Test
    void theRoleHasToTrustApiGateway() {
        assertRefused(api -> changed(api, "/paths/~1appointments/post/x-amazon-apigateway-integration", "credentials",
                OpenApi.DEPLOYMENT.functions().getFirst().roleArn()), "may not assume the role");
    }

    @Test
    void theFunctionHasToBeOpenToTheApi() {
        assertRefused(api -> new Api(api.id(), api.name(), api.stage(), api.body(), List.of()), "may not invoke");
    }

    @Test
    void thePermissionHasToNameTheAlias() {
        var permission = OpenApi.DEPLOYMENT.apis().getFirst().permissions().getFirst();
        var unaliased = new Api.Permission(permission.function().replace(":live", ""), permission.principal(),
                permission.source());
        assertRefused(api -> new Api(api.id(), api.name(), api.stage(), api.body(), List.of(unaliased)),
                "may not invoke");
    }

    @Test
    void anotherIntegrationIsNotSupported() {
        assertRefused(api -> changed(api, "/paths/~1overdue/get/x-amazon-apigateway-integration", "type", "http"),
                "'http' is not supported");
    }

    @Test
    void aGatewayResponseMayUseNoOtherVariable() {
        var responses = new GatewayResponses(OpenApi.json("""
                {"DEFAULT_4XX":{"responseTemplates":{"application/json":"$context.error.message"}}}"""));
        assertThatThrownBy(() -> responses.of(GatewayProblem.BAD_REQUEST_BODY)).isInstanceOf(ApiException.class);
    }

    @Test
    void aModelMayHaveNoOtherKeyword() {
        var model = BodyModel.of(OpenApi.json("""
                {"requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/A"}}}}}"""),
                OpenApi.json("{\"schemas\":{\"A\":{\"type\":\"string\",\"pattern\":\"a\"}}}")).orElseThrow();
        assertThatThrownBy(() -> model.breach("\"b\"")).isInstanceOf(ApiException.class);
    }

    private static String render(String template) {
        return new MappingTemplate(template).render(
                new TemplateInput("", new TemplateInput.Parameters(Map.of(), Map.of(), Map.of())),
                new TemplateContext(REQUEST));
    }

    private static Api changed(Api api, String pointer, String field, String value) {
        var body = api.body().deepCopy();
        ((ObjectNode) body.at(pointer)).put(field, value);
        return new Api(api.id(), api.name(), api.stage(), body, api.permissions());
    }

    private static void assertRefused(UnaryOperator<Api> change, String sentence) {
        assertThatThrownBy(() -> OpenApi.open(change, _ -> new Invocation.Responded("{}")))
                .isInstanceOf(ApiException.class).hasMessageContaining(sentence);
    }
}

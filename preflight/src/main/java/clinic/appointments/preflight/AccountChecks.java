package clinic.appointments.preflight;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Questions about the account and what every stage in it needs. */
record AccountChecks(Target target, Answers answers) {

    /** The templates require it (parameter {@code BootstrapVersion}). */
    private static final int MIN_BOOTSTRAP = 6;
    private static final String BOOTSTRAP = "bootstrap";
    private static final String API_LOGS = "API log role";

    List<Check> all() {
        return List.of(new Check("settings", "", this::settings),
                new Check("account", "sts:GetCallerIdentity", this::account),
                new Check(BOOTSTRAP, "ssm:GetParameter", this::bootstrap),
                new Check(API_LOGS, "apigateway:GET on /account", this::apiLogRole));
    }

    private Finding settings() {
        var placeholders = target.settings().placeholders();
        return placeholders.isEmpty() ? Finding.ok("settings", "no placeholder is left")
                : Finding.missing("settings", String.join(" and ", placeholders) + " are placeholders",
                        "set them in " + target.file());
    }

    private Finding account() {
        var account = id();
        return target.settings().account().filter(pinned -> !pinned.equals(account))
                .map(pinned -> Finding.missing("account", account + ", but the stage belongs to " + pinned,
                        "use credentials of " + pinned))
                .orElseGet(() -> Finding.ok("account", account + " in " + target.settings().region()));
    }

    private String id() {
        return answers.query(AwsService.STS, Map.of("Action", "GetCallerIdentity", "Version", "2011-06-15"))
                .text("Account").orElseThrow();
    }

    private Finding bootstrap() {
        var remedy = "npx --no-install cdk bootstrap aws://" + id() + "/" + target.settings().region();
        try {
            var version = bootstrapVersion();
            return version < MIN_BOOTSTRAP ? Finding.missing(BOOTSTRAP, "version " + version, remedy)
                    : Finding.ok(BOOTSTRAP, "version " + version);
        } catch (AwsRefusal refusal) {
            if (refusal.text().contains("ParameterNotFound")) {
                return Finding.missing(BOOTSTRAP, "never done in this account and region", remedy);
            }
            throw refusal;
        }
    }

    private int bootstrapVersion() {
        return answers.ask(AwsService.SSM, "AmazonSSM.GetParameter",
                JsonNodeFactory.instance.objectNode().put("Name", "/cdk-bootstrap/hnb659fds/version"))
                .at("/Parameter/Value").asInt();
    }

    private Finding apiLogRole() {
        var role = answers.get(AwsService.API_GATEWAY, "/account").path("cloudwatchRoleArn").asText("");
        return role.isEmpty()
                ? Finding.missing(API_LOGS, "none, so that no API can write logs",
                        "make the role as in docs/deploy.md, then aws apigateway update-account --patch-operations "
                                + "op=replace,path=/cloudwatchRoleArn,value=arn:aws:iam::" + id()
                                + ":role/ApiGatewayLogs")
                : Finding.ok(API_LOGS, role);
    }
}

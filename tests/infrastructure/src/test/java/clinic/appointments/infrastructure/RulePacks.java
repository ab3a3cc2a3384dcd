package clinic.appointments.infrastructure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.HIPAASecurityChecks;
import io.github.cdklabs.cdknag.NagPackProps;
import io.github.cdklabs.cdknag.ServerlessChecks;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stage;
import software.constructs.IConstruct;

/** cdk-nag's packs AwsSolutions, HIPAA Security and Serverless. */
final class RulePacks {

    private RulePacks() {
    }

    /**
     * A rule that a resource breaks.
     *
     * @param rule such as {@code HIPAA.Security-LambdaInsideVPC}
     * @param detail what of the resource breaks it, or empty
     * @param resource construct path within the stage, such as {@code AppointmentService/AppointmentQueryProcessor}
     */
    record Finding(String rule, String detail, String resource) {

        /** Ids that say that a construct is what its parent is about. */
        private static final String MAIN_CHILD = "/(Default|Resource)(?=/|$)";
        private static final Pattern TEXT = Pattern.compile("^([A-Za-z0-9.]+-\\w+)(?:\\[(.*?)])?: .*", Pattern.DOTALL);

        static Finding of(String path, String text) {
            var parts = TEXT.matcher(text);
            if (!parts.matches()) {
                throw new IllegalStateException("Not a finding of cdk-nag: " + text);
            }
            return new Finding(parts.group(1), parts.group(2) == null ? "" : parts.group(2),
                    path.replaceFirst("^/[^/]+/", "").replaceAll(MAIN_CHILD, ""));
        }
    }

    /** Lets the packs look at a stage; they would not look into it from the app. */
    static void lookAt(IConstruct stage) {
        var props = NagPackProps.builder().verbose(true).reports(false).build();
        Aspects.of(stage).add(new AwsSolutionsChecks(props));
        Aspects.of(stage).add(new HIPAASecurityChecks(props));
        Aspects.of(stage).add(new ServerlessChecks(props));
    }

    /** What the packs say about the stage, errors and warnings. */
    static List<Finding> findings(Stage stage) {
        var directory = Path.of(stage.synth().getDirectory());
        var findings = new ArrayList<Finding>();
        for (var artifact : Templates.json(directory.resolve("manifest.json")).path("artifacts")) {
            metadata(directory, artifact).propertyStream().forEach(construct -> Resources.elements(construct.getValue())
                    .filter(entry -> entry.path("type").asText().matches("aws:cdk:(error|warning)"))
                    .forEach(entry -> findings.add(Finding.of(construct.getKey(), entry.path("data").asText()))));
        }
        return findings;
    }

    /** The CDK keeps it in a file of its own when it is long. */
    private static JsonNode metadata(Path directory, JsonNode artifact) {
        var file = artifact.path("additionalMetadataFile");
        return file.isMissingNode() ? artifact.path("metadata") : Templates.json(directory.resolve(file.asText()));
    }
}

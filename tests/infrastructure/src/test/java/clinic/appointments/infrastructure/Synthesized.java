package clinic.appointments.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stage;

/** Every stage, synthesized once in this JVM: the first app of a JVM takes seconds, and no test changes the result. */
public final class Synthesized {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final App APP = app(Map.of());
    private static final Path ASSEMBLY = Path.of(APP.synth().getDirectory());

    private Synthesized() {
    }

    /** The CDK's output directory. */
    public static Path assembly() {
        return ASSEMBLY;
    }

    /** The stages as construct trees, in the order of {@link StageName}. */
    static List<Stage> stages() {
        return APP.getNode().getChildren().stream().filter(Stage.class::isInstance).map(Stage.class::cast).toList();
    }

    /** Name of each stack, such as {@code dev-AppointmentData}, and its template. */
    static SortedMap<String, JsonNode> templates() {
        return Templates.in(ASSEMBLY);
    }

    /** The resources of all stacks of a stage, by logical id; a copy that may be changed. */
    static ObjectNode resources(StageName stage) {
        var resources = JsonNodeFactory.instance.objectNode();
        templates().forEach((stack, template) -> {
            if (stack.startsWith(stage.id() + "-")) {
                resources.setAll((ObjectNode) template.path("Resources").deepCopy());
            }
        });
        return resources;
    }

    /** An app with every stage in it, not synthesized yet; what is given goes before the flags of the command line. */
    static App app(Map<String, Object> otherFlags) {
        try {
            var directory = Files.createTempDirectory("synthesized");
            var bundle = Files.createDirectory(directory.resolve("bundle"));
            Files.writeString(bundle.resolve("stub"), "stands for the functions");
            var context = context();
            context.putAll(otherFlags);
            var app = new App(AppProps.builder().outdir(directory.resolve("cdk.out").toString())
                    .analyticsReporting(false).context(context).build());
            for (var stage : StageName.values()) {
                new AppointmentSchedulingStage(app, stage, StageSettings.of(stage), bundle);
            }
            return app;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The flags that the command line passes on: without them the templates are different ones. */
    static Map<String, Object> context() {
        var context = JSON.convertValue(Templates.json(Path.of("cdk.json")).path("context"),
                new TypeReference<LinkedHashMap<String, Object>>() {
                });
        context.put("aws:cdk:enable-path-metadata", true);
        return context;
    }
}

package clinic.appointments.local.template;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads the synthesized templates of a stage. Physical names are the logical ids; references between stacks are
 * resolved. An unknown property of a booted resource fails with {@link UnsupportedTemplateException}; resources that
 * are not booted, those of unknown types included, are listed in {@link Deployment#unchecked()}.
 */
public final class DeploymentReader {

    /** The account in local ARNs: the one that AWS uses in its examples. */
    public static final String ACCOUNT = "123456789012";

    private DeploymentReader() {
    }

    /**
     * Reads a stage of an assembly.
     *
     * @param cloudAssembly the CDK's output directory, such as {@code cdk.out}
     * @param stage name of the stage, such as {@code dev}
     * @param gateway address with which queue URLs begin
     */
    public static Deployment read(Path cloudAssembly, String stage, URI gateway) {
        List<StackTemplate> stacks = CloudAssembly.ofStage(cloudAssembly, stage).stacks();
        StackEnvironment place = new StackEnvironment(ACCOUNT, onlyRegion(stacks), gateway);
        DeploymentParts parts = new DeploymentParts(new References(stacks, place));
        stacks.stream().flatMap(stack -> stack.resources().stream()).forEach(parts::add);
        return parts.deployment(stage, place);
    }

    private static String onlyRegion(List<StackTemplate> stacks) {
        List<String> regions = stacks.stream().map(StackTemplate::region).distinct().toList();
        if (regions.size() != 1) {
            throw new UnsupportedTemplateException("A stage in several regions (" + String.join(", ", regions)
                    + ") is not supported by the local run.");
        }
        return regions.getFirst();
    }
}

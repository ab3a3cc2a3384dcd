package clinic.appointments.local.template;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads what the CDK synthesized for a stage. Physical names are the logical ids; references between stacks are
 * followed. What it does not know of a resource that it boots fails with {@link UnsupportedTemplateException}; what
 * nothing here boots or enforces, resources of unknown types included, is listed in {@link Deployment#unchecked()}.
 */
public final class DeploymentReader {

    /** The account that local ARNs carry: the one that AWS uses in its own examples. */
    public static final String ACCOUNT = "123456789012";

    private DeploymentReader() {
    }

    /**
     * @param cloudAssembly the CDK's output directory, such as {@code cdk.out}
     * @param stage name of the stage, such as {@code dev}
     * @param gateway address that queue URLs begin with
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
            throw new UnsupportedTemplateException("A stage in other than one region (" + String.join(", ", regions)
                    + ") is not supported by the local run.");
        }
        return regions.getFirst();
    }
}

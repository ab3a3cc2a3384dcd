package clinic.appointments.infrastructure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A change of a template is seen, and approved by changing its snapshot. */
class SnapshotTest {

    static Set<String> stacks() {
        return Synthesized.templates().keySet();
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void everyTemplateEqualsItsSnapshot(String stack) throws IOException {
        var template = Synthesized.templates().get(stack);
        if (Boolean.getBoolean("updateSnapshots")) {
            assertThat(System.getenv("CI")).as("snapshots are never updated in CI").isNull();
            Snapshots.committed().update(stack, template);
        }
        assertThat(Snapshots.committed().differences(stack, template)).isEmpty();
    }

    @Test
    void everySnapshotBelongsToAStack() throws IOException {
        assertThat(Snapshots.committed().stacks()).isEqualTo(stacks());
    }

    @Test
    void aMissingSnapshotIsADifference(@TempDir Path empty) {
        assertThat(new Snapshots(empty).differences("dev-AppointmentData", dataTemplate())).singleElement().asString()
                .startsWith("There is no snapshot of dev-AppointmentData");
    }

    @Test
    void aChangedPropertyIsADifference() {
        var changed = dataTemplate();
        var queue = (ObjectNode) changed.path("Resources").path(StatefulResources.REQUEST_QUEUE).path("Properties");
        queue.put("VisibilityTimeout", 179);
        assertThat(Snapshots.committed().differences("dev-AppointmentData", changed)).containsExactly("/Resources/"
                + StatefulResources.REQUEST_QUEUE + "/Properties/VisibilityTimeout: expected 180, found 179");
    }

    private static ObjectNode dataTemplate() {
        return Synthesized.templates().get("dev-AppointmentData").deepCopy();
    }
}

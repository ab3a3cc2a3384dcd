package clinic.appointments.infrastructure;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.constructs.Construct;

import static org.assertj.core.api.Assertions.assertThat;

/** A reader finds their way: units with few parts, shown on a page. */
class ConstructTreeTest {

    /** A list of the same thing for each of seven functions, five queues or five tables may be this long. */
    private static final int MAX_CHILDREN = 18;

    @Test
    void noConstructHasMoreChildrenThanAReaderKeepsInMind() {
        assertThat(Synthesized.stages()).hasSize(StageName.values().length)
                .allSatisfy(stage -> assertThat(new ConstructTree(stage).wider(MAX_CHILDREN)).isEmpty());
    }

    @Test
    void aFlatConstructIsFound() {
        var stage = new Stage(new App(), "flat");
        var wide = new Wide(new Stack(stage, "Stack"), "Wide");
        for (int child = 0; child <= MAX_CHILDREN; child++) {
            new Construct(wide, "Child" + child);
        }
        assertThat(new ConstructTree(stage).wider(MAX_CHILDREN)).containsExactly("flat/Stack/Wide");
    }

    @Test
    void thePageShowsTheTree() throws IOException {
        new CommittedPage(Path.of("docs/constructs.md")).isEqualTo(ConstructPage.of(Synthesized.stages()));
    }

    private static final class Wide extends Construct {

        Wide(Construct scope, String id) {
            super(scope, id);
        }
    }
}

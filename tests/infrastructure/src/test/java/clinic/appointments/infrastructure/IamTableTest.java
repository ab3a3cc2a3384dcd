package clinic.appointments.infrastructure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A reviewer sees in a difference of {@code docs/iam.md} what a change grants. */
class IamTableTest {

    @Test
    void thePageSaysWhatTheTemplatesGrant() throws IOException {
        new CommittedPage(Path.of("docs/iam.md")).isEqualTo(IamTable.of(stages()));
    }

    @Test
    void aNewPermissionIsANewLine() {
        var stages = stages();
        stages.getFirst().permission("AppointmentQueryProcessorRole", "dynamodb:Query").put("Action",
                "dynamodb:DeleteTable");
        assertThat(IamTable.of(stages)).contains("| AppointmentQueryProcessorRole | dynamodb:DeleteTable"
                + " | AppointmentsTable/index/byPatient |  | dev |");
    }

    @Test
    void everyFunctionHasItsLines() {
        var table = IamTable.of(stages());
        stages().getFirst().view().of("AWS::Lambda::Function")
                .forEach(function -> assertThat(table)
                        .contains("| " + Reference.withoutHash(function.id()) + "Role | "));
    }

    private static List<Draft> stages() {
        return Arrays.stream(StageName.values()).map(Draft::of).toList();
    }
}

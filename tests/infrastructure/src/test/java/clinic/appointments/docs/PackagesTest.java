package clinic.appointments.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The table of packages in {@code docs/architecture.md} is the rule on what each may use, and no more than they do. */
class PackagesTest {

    private static final Path PAGE = Path.of("docs/architecture.md");

    @Test
    void useWhatTheTableAllowsAndNothingElse() throws IOException {
        assertThat(Packages.ofCode().uses()).isEqualTo(Packages.ofTable(Files.readAllLines(PAGE)).uses());
    }

    @Test
    void haveNoCycle() {
        slices().matching(Packages.ROOT + ".(**)").should().beFreeOfCycles()
                .check(Packages.CODE);
    }

    @Test
    void areFoundInEveryModule() {
        assertThat(Packages.ofCode().uses()).containsKeys("model", "request", "infrastructure.patterns", "local.stage",
                "local.runtimeloop");
        assertThat(Packages.ofCode().uses().get("wiring")).contains("aws", "port");
    }

    @Test
    void differFromATableThatAllowsMoreOrLess() {
        Packages table = Packages.ofTable(List.of("| package | contents | may use |", "| --- | --- | --- |",
                "| `request` | first stage | `aws`, `port` |", "| `model` | the domain | the JDK |"));

        assertThat(table.uses()).isEqualTo(Map.of("request", Set.of("aws", "port"), "model", Set.of()));
        assertThat(Packages.ofCode().uses().get("request")).isNotEqualTo(table.uses().get("request"));
    }
}

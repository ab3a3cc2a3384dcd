package clinic.appointments.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** The page says what its sources say; {@code mvn -q -Ppages test} writes it, but never in CI. */
class CostPageTest {

    @Test
    void thePageIsWhatCountersTemplatesAndPricesGive() throws IOException {
        String computed = CostPage.ofCommitted().text();
        if (Boolean.getBoolean("updateSnapshots")) {
            assertThat(System.getenv("CI")).as("snapshots are never updated in CI").isNull();
            Files.writeString(CostPage.FILE, computed);
        }
        assertThat(computed).isEqualTo(Files.readString(CostPage.FILE));
    }

    @Test
    void oneMoreWriteUnitAnAppointmentCostsItsPrice() throws IOException {
        CostPage committed = CostPage.ofCommitted();
        Map<String, Double> more = new HashMap<>(committed.counters().counts());
        more.merge("write units", 100.0, Double::sum);
        double before = sum(committed.text());
        double after = sum(new CostPage(new Counters(more), committed.prices(), committed.stages()).text());
        assertThat(after - before).isCloseTo(committed.prices().of("dynamodb-writes").usd() * 100, within(0.011));
    }

    @Test
    void readsPricesWithCommasAndQuotes() throws IOException {
        assertThat(PriceTable.read().of("keys")).isEqualTo(new Price("keys", 1, "key per month", 1,
                "AWS, \"AWS Key Management Service pricing\"", "2026-11-24"));
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> new PriceTable(List.of()).of("keys"))
                .hasMessage("tests/benchmark/prices.csv has no price of keys.");
        assertThatThrownBy(() -> new Counters(Map.of()).of("mails"))
                .hasMessage("tests/benchmark/counters.json does not count mails.");
    }

    /** The sum of the second table, in prod. */
    private static double sum(String page) {
        String[] sums = page.lines().filter(line -> line.startsWith("| **sum**")).toList().get(1).split("\\*\\*", -1);
        return Double.parseDouble(sums[sums.length - 2].replace(",", ""));
    }
}

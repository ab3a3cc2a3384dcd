package clinic.appointments.docs;

import java.io.IOException;
import java.nio.file.Path;

import clinic.appointments.infrastructure.CommittedPage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GlossaryTest {

    private static final Path ROOT = Path.of("");

    @Test
    void explainsEveryTypeInTheWordsOfTheCode() throws IOException {
        new CommittedPage(ROOT.resolve("docs/glossary.md")).isEqualTo(new Glossary(ROOT).text());
    }

    @Test
    void findsTypesAndTheirCases() {
        assertThat(new Glossary(ROOT).text()).contains("| `Claim` | ", "| `Disposition.Parked` | ", "| `Receipts` | ",
                "| `IdempotentReceiver` | ");
    }

    @Test
    void takesTheFirstSentenceOnly() {
        assertThat(Glossary.firstSentence(" A claim of {@link CalendarDay a day}. More of it. "))
                .isEqualTo("A claim of `CalendarDay a day`.");
        assertThat(Glossary.firstSentence("\n * One\n * two.\n *\n * @param three none\n "))
                .isEqualTo("One two.");
    }
}

package clinic.appointments.local.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The guide to investigation opens views that the page has. */
class GuideToThePageTest {

    private static final Pattern VIEW = Pattern.compile("\\$PAGE(/[a-z]+)");

    @Test
    void opensViewsThatThereAre() throws IOException {
        List<String> opened = VIEW.matcher(Files.readString(Path.of("docs/investigate.md"))).results()
                .map(found -> found.group(1)).toList();
        assertThat(opened).hasSize(10).isSubsetOf(Views.LINKS.stream().map(Frame.Link::path).toList());
    }
}

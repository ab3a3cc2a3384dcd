package clinic.appointments.infrastructure.api;

import java.io.IOException;
import java.nio.file.Path;

import clinic.appointments.infrastructure.CommittedPage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Authors of clients read a page that is never older than the API. */
class ApiPageTest {

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.read();

    @Test
    void thePageSaysWhatTheDocumentSays() throws IOException {
        new CommittedPage(Path.of("docs/api.md")).isEqualTo(new ApiPage(DOCUMENT).text());
    }

    @Test
    void aNewOperationIsANewSection() {
        var changed = OpenApiDocument.read();
        changed.root().withObject("/paths/~1new/get").put("operationId", "somethingNew").put("summary", "New");
        assertThat(new ApiPage(changed).text()).contains("## somethingNew", "`GET /new`");
    }
}

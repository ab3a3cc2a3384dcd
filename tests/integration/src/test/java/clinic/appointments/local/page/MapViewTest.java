package clinic.appointments.local.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.contract.QueueName;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The map shows the resources of the template, all of them and nothing else, and what is inside. */
@ExtendWith(PageExtension.class)
class MapViewTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> KINDS = Map.of("AWS::ApiGateway::RestApi", "api",
            "AWS::Scheduler::Schedule", "timer", "AWS::SQS::Queue", "queue", "AWS::Lambda::Function", "function",
            "AWS::DynamoDB::GlobalTable", "table", "AWS::Scheduler::ScheduleGroup", "schedules");

    private final LocalStage stage;
    private final Browser browser;

    MapViewTest(LocalStage stage, Browser browser) {
        this.stage = stage;
        this.browser = browser;
    }

    @Test
    void hasExactlyTheResourcesOfTheTemplate() throws IOException, InterruptedException {
        Set<String> drawn = drawn(browser.get("/"));
        assertThat(drawn).isEqualTo(ofTemplates());

        Set<String> oneLess = new HashSet<>(drawn);
        oneLess.remove("table AppointmentsTable");
        assertThat(oneLess).hasSize(drawn.size() - 1).isNotEqualTo(ofTemplates());
    }

    @Test
    void hasEachEventSourceAndEachRedriveAsAWay() throws InterruptedException {
        List<String> ways = Browser.all("<title>([^<]*)</title></path>", browser.get("/"));
        for (QueueName queue : QueueName.values()) {
            assertThat(ways).contains(queue.id() + " feeds " + queue.stem() + "Processor",
                    queue.id() + " gives up to " + queue.deadLetterId());
        }
        assertThat(ways).contains("AppointmentApi sends to AppointmentRequestQueue",
                "AppointmentApi asks AppointmentQueryProcessor", "AppointmentQueryProcessor reads AppointmentsTable",
                "AppointmentRequestProcessor writes CalendarsTable",
                "AppointmentConfirmationProcessor writes ReminderSchedules",
                "ReminderSchedules sends when due to AppointmentReminderQueue",
                "AppointmentReminderProcessor sends to SES", "SES reports to MailEventQueue")
                .doesNotContain("AppointmentQueryProcessor writes AppointmentsTable");
    }

    @Test
    void countsWhatIsInAQueueAndShowsItWhenChosen() throws InterruptedException {
        int before = stage.counts(QueueName.REQUEST.deadLetterId()).total();
        stage.send(QueueName.REQUEST.id(), "{\"type\":\"BOOK\",\"startTime\":\"<b>never</b>\"", Map.of());
        stage.awaitIdle();

        String view = browser.get("/?at=" + QueueName.REQUEST.deadLetterId());
        assertThat(view).contains(">" + (before + 1) + " dead<", "&lt;b&gt;never&lt;/b&gt;").doesNotContain("<b>never");
    }

    @Test
    void showsTheInsideOfEachPart() throws InterruptedException {
        for (String part : Browser.all("data-part=\"([^\"]*)\"", browser.get("/"))) {
            assertThat(browser.get("/?at=" + part)).contains("aria-label=\"Inside " + part + "\"");
        }
    }

    @Test
    void knowsNothingInsideAPartThatDoesNotExist() throws InterruptedException {
        assertThat(browser.get("/?at=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")).doesNotContain("<script>alert",
                "aria-label=\"Inside");
    }

    /** Kind and id of each box; e-mails are no resource of one type, and a dead-letter queue is a queue. */
    private static Set<String> drawn(String view) {
        return Browser.all("data-part=\"([^\"]*\" data-kind=\"[^\"]*)\"", view).stream()
                .map(box -> box.split("\" data-kind=\"", -1))
                .map(box -> (box[1].equals("dead-letters") ? "queue" : box[1]) + " " + box[0])
                .filter(box -> !box.equals("mail SES")).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> ofTemplates() throws IOException {
        Path assembly = stage.deployment().functions().getFirst().code().getParent();
        try (Stream<Path> files = Files.walk(assembly, 2)) {
            Set<String> resources = new TreeSet<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".template.json")).toList()) {
                JSON.readTree(file.toFile()).path("Resources").properties()
                        .forEach(resource -> name(resource).ifPresent(resources::add));
            }
            return resources;
        }
    }

    /** Kind and id of a resource that the map shows; the CDK adds eight digits to an id. */
    private static Optional<String> name(Map.Entry<String, JsonNode> resource) {
        return Optional.ofNullable(KINDS.get(resource.getValue().path("Type").asText()))
                .map(kind -> kind + " " + resource.getKey().replaceFirst("[0-9A-F]{8}$", ""));
    }
}

package clinic.appointments.local.run;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import clinic.appointments.contract.QueueName;
import clinic.appointments.contract.ResourcesTable;
import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.page.DayBook;
import clinic.appointments.local.page.StoredStage;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.model.Resource;
import clinic.appointments.wire.ResourceFields;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** What the function stores of a resource is what the local run reads. */
@ExtendWith(StageExtension.class)
class StoredResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DETAILS = """
            {"hours":[{"to":"2030-06-30","weekly":"MONDAY:08:00-12:00,13:00-17:00"},
            {"from":"2030-07-01","to":"2030-07-31","weekly":"FRIDAY:09:00-12:00"}],
            "capacity":2,"buffer":{"before":"PT5M","after":"PT10M"},"hold":"PT4H"}""";

    private final LocalStage stage;

    StoredResourceTest(LocalStage stage) {
        this.stage = stage;
    }

    @Test
    void hasEveryFieldThatWasDefined() throws InterruptedException, JsonProcessingException {
        String id = "room:stored-resource";
        ObjectNode details = (ObjectNode) JSON.readTree(DETAILS);
        send(details.deepCopy().put("type", "DEFINE_RESOURCE").put("resourceId", id).put("timeZone", "Asia/Tokyo"));

        Resource stored = stored(id);
        ObjectNode shown = JSON.createObjectNode();
        ResourceFields.write(stored.details().orElseThrow(), shown);
        assertThat(shown).isEqualTo(details);
        assertThat(stored.zone().getId()).isEqualTo("Asia/Tokyo");
        send(JSON.createObjectNode().put("type", "RETIRE_RESOURCE").put("resourceId", id));
        assertThat(stored(id)).extracting(Resource::isRetired, Resource::version)
                .isEqualTo(List.of(true, stored.version() + 1));
    }

    @Test
    void offersItsOwnHoursOnADay() throws InterruptedException {
        String id = "room:stored-hours";
        LocalDate date = LocalDate.ofInstant(stage.clock().instant(), ZoneOffset.UTC).plusDays(8);
        ObjectNode definition = JSON.createObjectNode().put("type", "DEFINE_RESOURCE").put("resourceId", id);
        definition.putArray("hours").addObject().put("weekly", date.getDayOfWeek() + ":10:00-11:00");
        send(definition);

        assertThat(StageDays.of(StoredStage.of(stage)).read(id, date).free()).hasSize(2);
    }

    @Test
    void offersNothingWhileItIsBlocked() throws InterruptedException {
        String id = "room:stored-block";
        LocalDate date = LocalDate.ofInstant(stage.clock().instant(), ZoneOffset.UTC).plusDays(8);
        send(JSON.createObjectNode().put("type", "BLOCK").put("blockId", "stored-block").put("resourceId", id)
                .put("from", date + "T00:00").put("to", date + "T23:00"));

        DayBook.Day day = StageDays.of(StoredStage.of(stage)).read(id, date);
        assertThat(day.absences()).extracting(DayBook.Absence::id).containsExactly("stored-block");
        assertThat(day.free()).hasSize(2);
    }

    private void send(ObjectNode command) throws InterruptedException {
        stage.send(QueueName.MANAGEMENT.id(), command.toString(), Map.of());
        stage.awaitIdle();
    }

    private Resource stored(String id) {
        return StoredItems.of(stage, ResourcesTable.ID).stream()
                .filter(item -> StoredItems.text(item, ResourcesTable.KEY).equals(id)).map(StoredResource::read)
                .findFirst().orElseThrow();
    }
}

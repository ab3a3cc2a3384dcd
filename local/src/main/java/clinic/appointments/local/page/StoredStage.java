package clinic.appointments.local.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.template.Deployment;
import com.fasterxml.jackson.databind.JsonNode;

/** What is stored in a stage that runs or was saved. Items are in DynamoDB's JSON; reading them leaves no trace. */
public interface StoredStage {

    Deployment deployment();

    /** Time of its clock. */
    Instant now();

    /** All items of the table with a logical id. */
    List<JsonNode> stored(String tableId);

    /** The item with that key. */
    Optional<JsonNode> stored(String tableId, String key);

    /** What is stored in a running stage. */
    static StoredStage of(LocalStage stage) {
        return new LiveStage(stage);
    }
}

package clinic.appointments.query;

import java.util.List;

import clinic.appointments.model.Block;
import clinic.appointments.wire.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Blocks as JSON for replies; their times are instants. */
final class BlockJson {

    private BlockJson() {
    }

    static String of(Block block) {
        return write(block, Json.object()).toString();
    }

    static String list(List<Block> blocks) {
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("blocks");
        blocks.forEach(block -> write(block, items.addObject()));
        return json.toString();
    }

    private static ObjectNode write(Block block, ObjectNode json) {
        json.put("blockId", block.id().value()).put("resourceId", block.resource().toString())
                .put("status", block.isActive() ? "ACTIVE" : "LIFTED")
                .put("startAt", block.interval().start().toString()).put("endAt", block.interval().end().toString());
        block.reason().ifPresent(reason -> json.put("reason", reason.value()));
        json.put("createdAt", block.since().toString());
        block.liftedAt().ifPresent(at -> json.put("liftedAt", at.toString()));
        return json;
    }
}

package clinic.appointments.query;

import clinic.appointments.model.Pool;
import clinic.appointments.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Pools as JSON for replies. */
final class PoolJson {

    private PoolJson() {
    }

    static String of(Pool pool) {
        ObjectNode json = Json.object().put("poolId", pool.id().value()).put("retired", pool.isRetired());
        pool.members().ifPresent(members -> ResourceJson.write(members, json));
        return json.put("version", pool.version()).put("updatedAt", pool.updatedAt().toString()).toString();
    }
}

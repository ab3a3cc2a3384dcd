package clinic.appointments.local.gateway;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An item as a call has left it.
 *
 * @param at time of the answer, in real time
 * @param caller logical id of the role, or {@code operator}
 * @param table physical name of the table
 * @param item in DynamoDB's JSON; of a deleted one, the key
 */
public record ItemVersion(Instant at, String caller, String table, JsonNode item, boolean isDeleted) {

    /** Without the item, which may contain personal data. */
    @Override
    public String toString() {
        return "ItemVersion[" + table + " " + at + "]";
    }
}

package clinic.appointments.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;

/** The capacity units that DynamoDB bills, indexes included. */
public record Capacity(double read, double write) {

    public static final Capacity NONE = new Capacity(0, 0);

    public Capacity plus(Capacity other) {
        return new Capacity(read + other.read, write + other.write);
    }

    /**
     * Sums the units in a response.
    *
    * @param reads whether the units are read units when the response does not tell
     */
    static Capacity of(JsonNode response, boolean reads) {
        JsonNode consumed = response.path("ConsumedCapacity");
        if (!consumed.isArray()) {
            return ofTable(consumed, reads);
        }
        Capacity total = NONE;
        for (JsonNode table : consumed) {
            total = total.plus(ofTable(table, reads));
        }
        return total;
    }

    private static Capacity ofTable(JsonNode consumed, boolean reads) {
        double units = consumed.path("CapacityUnits").asDouble();
        JsonNode written = consumed.path("WriteCapacityUnits");
        JsonNode read = consumed.path("ReadCapacityUnits");
        if (written.isMissingNode() && read.isMissingNode()) {
            return reads ? new Capacity(units, 0) : new Capacity(0, units);
        }
        return new Capacity(read.asDouble(), written.asDouble());
    }
}

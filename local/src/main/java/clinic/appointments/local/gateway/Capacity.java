package clinic.appointments.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;

/** Capacity units that DynamoDB says it used, indexes included. */
public record Capacity(double read, double write) {

    public static final Capacity NONE = new Capacity(0, 0);

    public Capacity plus(Capacity other) {
        return new Capacity(read + other.read, write + other.write);
    }

    /**
     * Adds up what a response reports.
     *
     * @param reads what the units are when the response does not say
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

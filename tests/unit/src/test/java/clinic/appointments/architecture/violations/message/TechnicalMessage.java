package clinic.appointments.architecture.violations.message;

import com.fasterxml.jackson.databind.JsonNode;

/** A message that knows JSON. */
record TechnicalMessage(JsonNode json) {
}

package clinic.appointments.architecture.violations.model;

import com.fasterxml.jackson.databind.JsonNode;

/** A model that knows JSON. */
record ImpureModel(JsonNode json) {
}

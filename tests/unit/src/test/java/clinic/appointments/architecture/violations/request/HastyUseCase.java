package clinic.appointments.architecture.violations.request;

import java.time.Instant;

import clinic.appointments.architecture.violations.confirmation.NosyUseCase;
import com.fasterxml.jackson.databind.JsonNode;

/** A use case that asks the clock, knows JSON and another stage. */
public record HastyUseCase(JsonNode json, NosyUseCase other) {

    Instant now() {
        return Instant.now();
    }
}

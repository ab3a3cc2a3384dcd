package clinic.appointments.architecture.violations.wiring;

import clinic.appointments.architecture.violations.request.HastyUseCase;

/** Wiring that knows a stage. */
public record StagedWiring(HastyUseCase useCase) {
}

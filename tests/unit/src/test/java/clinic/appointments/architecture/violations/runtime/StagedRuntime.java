package clinic.appointments.architecture.violations.runtime;

import clinic.appointments.architecture.violations.request.HastyUseCase;

/** A kit that knows a stage. */
record StagedRuntime(HastyUseCase useCase) {
}

package clinic.appointments.architecture.violations.intake;

import clinic.appointments.architecture.violations.request.HastyUseCase;

/** Knows a stage. */
record StagedIntake(HastyUseCase stage) {
}

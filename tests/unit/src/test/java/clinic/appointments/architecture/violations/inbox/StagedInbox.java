package clinic.appointments.architecture.violations.inbox;

import clinic.appointments.architecture.violations.request.HastyUseCase;

/** Knows a stage. */
record StagedInbox(HastyUseCase stage) {
}

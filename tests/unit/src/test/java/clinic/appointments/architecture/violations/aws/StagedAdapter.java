package clinic.appointments.architecture.violations.aws;

import clinic.appointments.architecture.violations.request.HastyUseCase;

/** An adapter that knows a stage. */
public record StagedAdapter(HastyUseCase useCase) {
}

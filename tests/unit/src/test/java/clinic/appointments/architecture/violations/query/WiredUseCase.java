package clinic.appointments.architecture.violations.query;

import clinic.appointments.architecture.violations.aws.StagedAdapter;
import clinic.appointments.architecture.violations.wiring.StagedWiring;

/** A use case that fetches its ports itself, and knows their adapters. */
record WiredUseCase(StagedWiring wiring, StagedAdapter adapter) {
}

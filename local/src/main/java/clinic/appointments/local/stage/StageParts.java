package clinic.appointments.local.stage;

import clinic.appointments.local.template.Deployment;

/** The parts of a booted stage. */
record StageParts(Deployment deployment, StageFoundation foundation, StageEngines engines, StageFunctions functions,
        StageTriggers triggers) {
}

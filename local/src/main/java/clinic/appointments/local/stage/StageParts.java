package clinic.appointments.local.stage;

import java.nio.file.Path;

import clinic.appointments.local.template.Deployment;

/**
 * The parts of a booted stage.
 *
 * @param assembly folder of the cloud assembly from which it was booted
 */
record StageParts(Path assembly, Deployment deployment, StageFoundation foundation, StageEngines engines,
        StageFunctions functions,
        StageTriggers triggers) {
}

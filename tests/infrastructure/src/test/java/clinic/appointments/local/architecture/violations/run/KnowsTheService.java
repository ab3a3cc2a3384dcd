package clinic.appointments.local.architecture.violations.run;

import clinic.appointments.contract.QueueName;
import clinic.appointments.local.architecture.violations.stage.KnowsTheRun;

/** Forms a cycle with the class that it names. */
public record KnowsTheService(QueueName queue, KnowsTheRun back) {
}

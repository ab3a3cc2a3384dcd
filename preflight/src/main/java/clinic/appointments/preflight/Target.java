package clinic.appointments.preflight;

import clinic.appointments.infrastructure.StageName;
import clinic.appointments.infrastructure.StageSettings;

/** What is to be deployed. */
record Target(StageName stage, StageSettings settings) {

    /** Name of a stack of the stage. */
    String stackName(String id) {
        return stage.id() + "-" + id;
    }

    /** File in which a team sets the settings of the stage. */
    String file() {
        return "infrastructure/stages/" + stage.id() + ".yaml";
    }

    /** Domain of the sender, which is the identity verified in SES. */
    String senderDomain() {
        var sender = settings.reminders().sender();
        return sender.substring(sender.indexOf('@') + 1);
    }
}

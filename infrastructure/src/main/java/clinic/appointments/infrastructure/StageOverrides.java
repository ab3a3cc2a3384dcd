package clinic.appointments.infrastructure;

import java.nio.file.Path;
import java.util.Optional;

import clinic.appointments.infrastructure.compute.DeploymentStrategy;

/**
 * Overrides of the committed defaults: the stage's file, then the command line.
 *
 * @param files directory of the stage files; empty to leave them out
 * @param region of the command line
 * @param account of the command line; an empty text stands for the account of the credentials
 * @param deployment way in which new versions take over, of the command line
 */
record StageOverrides(Optional<Path> files, Optional<String> region, Optional<String> account,
        Optional<DeploymentStrategy> deployment) {

    /** Nothing but the defaults. */
    static final StageOverrides NONE = new StageOverrides(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty());

    /** The settings of a stage; throws {@link StartProblem} when one is wrong. */
    StageSettings settings(StageName stage) {
        var settings = StageDefaults.of(stage);
        files.ifPresent(directory -> StageFile.of(directory, stage).applyTo(settings));
        region.ifPresent(settings::region);
        account.ifPresent(id -> settings.account(Optional.of(id).filter(given -> !given.isEmpty())));
        deployment.ifPresent(strategy -> settings.functions(functions -> functions.deployment(strategy)));
        try {
            return settings.build();
        } catch (IllegalArgumentException wrong) {
            throw new StartProblem("Stage " + stage.id() + ": " + wrong.getMessage() + ".");
        }
    }
}

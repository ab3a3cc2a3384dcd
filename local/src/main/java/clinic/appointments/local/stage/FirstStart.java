package clinic.appointments.local.stage;

import java.util.Map;
import java.util.Optional;

import clinic.appointments.local.function.ProcessSettings;
import clinic.appointments.local.function.RecordingRun;
import clinic.appointments.local.template.Deployment;
import clinic.appointments.local.template.Function;

/** The first start of a stage's code on this machine, which records the classes of its functions for later starts. */
record FirstStart(Deployment deployment, Map<String, String> variables, ProcessSettings processes) {

    /** Records one function that a queue feeds: the others have most classes in common with it. */
    void record(Progress progress) {
        fed().filter(function -> !RecordingRun.isDone(function, processes))
                .ifPresent(function -> progress.step("record of the functions' classes", () -> {
                    run(function);
                    return function;
                }));
    }

    private Optional<Function> fed() {
        return deployment.eventSources().stream().findFirst()
                .flatMap(source -> deployment.functions().stream()
                        .filter(function -> function.name().equals(source.functionName())).findFirst())
                .map(function -> function.with(variables)).filter(StageFunctions::hasCode);
    }

    private void run(Function function) {
        try {
            RecordingRun.run(function, processes);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new StageException("The boot was interrupted.");
        }
    }
}

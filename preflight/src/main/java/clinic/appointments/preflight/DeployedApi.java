package clinic.appointments.preflight;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

import clinic.appointments.infrastructure.AppointmentServiceStack;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** The API of a deployed stage, with the credentials of this process. */
public record DeployedApi(URI url, String region, AwsCredentials credentials) {

    private static final String OUTPUT = "ApiUrl";

    /** Looks the API up; a {@link PreflightProblem} says what is missing. */
    public static DeployedApi of(String stage) {
        var target = Preflight.target(stage, Path.of("infrastructure/stages"));
        return of(target, SignedCalls.ofThisProcess(target.settings().region()));
    }

    static DeployedApi of(Target target, SignedCalls calls) {
        return new DeployedApi(url(target.stackName(AppointmentServiceStack.ID), calls), calls.region(),
                calls.credentials());
    }

    private static URI url(String stack, SignedCalls calls) {
        try {
            return new Answers(calls).query(AwsService.CLOUD_FORMATION,
                    Map.of("Action", "DescribeStacks", "Version", StackChecks.VERSION, "StackName", stack))
                    .all("Outputs").stream().flatMap(outputs -> outputs.all("member").stream())
                    .filter(output -> output.text("OutputKey").filter(OUTPUT::equals).isPresent())
                    .flatMap(output -> output.text("OutputValue").stream()).map(URI::create).findFirst()
                    .orElseThrow(() -> new PreflightProblem(
                            "The stack " + stack + " has no output " + OUTPUT + ": deploy it again."));
        } catch (AwsRefusal refusal) {
            throw new PreflightProblem("The stack %s cannot be looked up in %s (status %d): is the stage deployed?"
                    .formatted(stack, calls.region(), refusal.status()));
        }
    }
}

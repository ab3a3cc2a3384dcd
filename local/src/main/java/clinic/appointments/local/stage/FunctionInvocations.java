package clinic.appointments.local.stage;

import java.net.URI;

import clinic.appointments.local.clock.Activity;
import clinic.appointments.local.function.FunctionPool;
import clinic.appointments.local.gateway.LocalService;
import clinic.appointments.local.gateway.ServiceResponse;
import com.fasterxml.jackson.databind.JsonNode;

/** The asynchronous invocations of Lambda: a call returns at once, and the function runs meanwhile. */
record FunctionInvocations(StageFunctions functions) implements LocalService {

    private static final int ACCEPTED = 202;
    /** {@code /2015-03-31/functions/<ARN>/invocations}. */
    private static final int ARN = 3;
    private static final int NAME = 6;

    @Override
    public ServiceResponse handle(String action, JsonNode body, String path) {
        String arn = URI.create(path).getPath().split("/", -1)[ARN];
        FunctionPool function = functions.ofName(arn.split(":", -1)[NAME], "An invocation");
        Activity.Task task = functions.activity().begin();
        Thread.ofVirtual().name("invocation").start(() -> run(function, body, task));
        return new ServiceResponse(ACCEPTED, "");
    }

    private void run(FunctionPool function, JsonNode body, Activity.Task task) {
        try (task) {
            functions.invoke(function, body.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

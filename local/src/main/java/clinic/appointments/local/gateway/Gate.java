package clinic.appointments.local.gateway;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import clinic.appointments.local.policy.AccessDecision;
import clinic.appointments.local.policy.AccessRequest;
import clinic.appointments.local.policy.Authorizer;
import clinic.appointments.local.template.Deployment;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The path of one call through the gateway: authorization, faults, execution, record. */
final class Gate {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private final Authorizer authorizer;
    private final DeployedResources resources;
    private final Permissions permissions;
    private final Forwarding forwarding;
    private final CallLog log;
    private final Faults faults;

    Gate(Deployment deployment, Backends backends, CallLog log, Faults faults) {
        authorizer = new Authorizer(deployment.roles());
        resources = new DeployedResources(deployment);
        permissions = new Permissions(resources);
        forwarding = new Forwarding(backends, resources);
        this.log = log;
        this.faults = faults;
    }

    /** The response; empty when the connection is to be closed without one. */
    Optional<ServiceResponse> pass(Caller caller, Call call) throws IOException, InterruptedException {
        List<AccessRequest> required = permissions.of(call);
        List<String> arns = required.stream().filter(request -> request.action().startsWith(call.service().prefix()))
                .map(AccessRequest::resource).distinct().toList();
        Instant start = Instant.now();
        Optional<ServiceResponse> reply = reply(caller, call, required, arns);
        RecordedCall recorded = new RecordedCall(caller.id(), call.service(), call.action(), arns,
                reply.map(ServiceResponse::status).orElse(0),
                reply.map(answer -> capacity(call, answer)).orElse(Capacity.NONE));
        log.add(new TimedCall(start, Duration.between(start, Instant.now()), recorded));
        return reply;
    }

    private Optional<ServiceResponse> reply(Caller caller, Call call, List<AccessRequest> required, List<String> arns)
            throws IOException, InterruptedException {
        Optional<ServiceResponse> refused = refusal(caller, call, required);
        if (refused.isPresent()) {
            return refused;
        }
        Optional<FaultEffect> before = faults.striking(Fault.Moment.BEFORE, caller.id(), call, arns);
        if (before.isPresent()) {
            return struck(before.get(), call);
        }
        ServiceResponse reply = log.watch(caller, call, () -> forwarding.forward(caller, call));
        Optional<FaultEffect> after = faults.striking(Fault.Moment.AFTER, caller.id(), call, arns);
        return after.isPresent() ? struck(after.get(), call) : Optional.of(reply);
    }

    private Optional<ServiceResponse> refusal(Caller caller, Call call, List<AccessRequest> required) {
        return switch (caller) {
            case Caller.Operator() -> Optional.empty();
            case Caller.Assumed assumed -> required.stream().flatMap(request -> denial(assumed, request).stream())
                    .findFirst().map(denied -> refused(assumed, call, denied));
        };
    }

    private Optional<AccessDecision.Denied> denial(Caller.Assumed caller, AccessRequest request) {
        return switch (authorizer.decide(caller.role(), request)) {
            case AccessDecision.Allowed() -> {
                log.add(new UsedPermission(caller.id(), request.action(), request.resource()));
                yield Optional.empty();
            }
            case AccessDecision.Denied denied -> Optional.of(denied);
        };
    }

    private ServiceResponse refused(Caller.Assumed caller, Call call, AccessDecision.Denied denied) {
        log.add(denied);
        return call.service().refusal(new Refusal("AccessDeniedException",
                "User: " + resources.assumedRole(caller.role().name()) + " is not authorized to perform: "
                        + denied.action() + " on resource: " + denied.resource()));
    }

    private static Optional<ServiceResponse> struck(FaultEffect effect, Call call) {
        return switch (effect) {
            case FaultEffect.Throttle() -> Optional.of(call.service().throttled());
            case FaultEffect.Fail() -> Optional.of(call.service().broken());
            case FaultEffect.Refuse(String type, String message) ->
                Optional.of(call.service().answer(new Refusal(type, message)));
            case FaultEffect.Answer(Function<JsonNode, ServiceResponse> answer) ->
                Optional.of(answer.apply(call.body()));
            case FaultEffect.Drop() -> Optional.empty();
            case FaultEffect.Run(Runnable action) -> {
                action.run();
                yield Optional.empty();
            }
        };
    }

    private static Capacity capacity(Call call, ServiceResponse reply) {
        if (call.service() != Service.DYNAMODB) {
            return Capacity.NONE;
        }
        try {
            JsonNode response = JSON.readTree(reply.body());
            Capacity reported = Capacity.of(response, call.service().reads().test(call.action()));
            return reply.status() == OK
                    ? reported.plus(new Capacity(new AbsentItems(call, response).units(reported), 0))
                    : reported;
        } catch (JsonProcessingException _) {
            // A response that is not JSON reports no capacity.
            return Capacity.NONE;
        }
    }
}

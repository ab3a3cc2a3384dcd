package clinic.appointments.local.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import clinic.appointments.local.gateway.CallMatch;
import clinic.appointments.local.gateway.Fault;
import clinic.appointments.local.gateway.Service;
import clinic.appointments.local.template.Deployment;

/**
 * A trouble as a person orders it.
 *
 * @param call action as IAM writes it, such as {@code dynamodb:PutItem}; empty for every call
 * @param function logical id of the function that calls; empty for every caller
 * @param resource logical id of the table or queue; empty for all
 * @param nth the first of the matching calls that it strikes
 * @param times number of calls that it strikes, one after the other
 */
record TroubleOrder(TroubleKind kind, Fault.Moment moment, String call, String function, String resource, int nth,
        int times) {

    private static final int MAX_NUMBER = 1_000;

    /** Reads the fields of a command; one that is missing has the value that the form shows. */
    static TroubleOrder of(Visit visit, Deployment deployment) {
        TroubleOrder order = new TroubleOrder(
                TroubleKind.of(visit.parameter("effect")).orElseThrow(() -> new RefusedCommandException(
                        "effect is one of " + names(TroubleKind.values()) + ".")),
                moment(visit.parameter("moment")), visit.parameter("call"), visit.parameter("function"),
                visit.parameter("resource"), number(visit, "nth"), number(visit, "times"));
        order.check(deployment);
        return order;
    }

    private void check(Deployment deployment) {
        if (kind == TroubleKind.KILL && function.isEmpty()) {
            throw new RefusedCommandException("Name the function to kill.");
        }
        if (!call.isEmpty() && (service().isEmpty() || action().isEmpty())) {
            throw new RefusedCommandException("call is a service and its action, such as dynamodb:PutItem.");
        }
        match(deployment);
    }

    /** The calls that it waits for. */
    CallMatch match(Deployment deployment) {
        return new CallMatch(caller(deployment), service(), action(), name(deployment));
    }

    /** The trouble in words. */
    String text() {
        return "%s %s %s".formatted(kind.text(), moment == Fault.Moment.BEFORE ? "before" : "after", ordinal());
    }

    private String ordinal() {
        return times == 1 ? "call %d".formatted(nth) : "calls %d to %d".formatted(nth, nth + times - 1);
    }

    private static Fault.Moment moment(String name) {
        return Arrays.stream(Fault.Moment.values())
                .filter(moment -> moment.name().equals(name.toUpperCase(Locale.ROOT))).findFirst()
                .or(() -> Optional.of(Fault.Moment.BEFORE).filter(_ -> name.isEmpty()))
                .orElseThrow(() -> new RefusedCommandException(
                        "moment is one of " + names(Fault.Moment.values()) + "."));
    }

    private static int number(Visit visit, String name) {
        String text = visit.parameter(name).isEmpty() ? "1" : visit.parameter(name);
        int number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > MAX_NUMBER) {
            throw new RefusedCommandException("%s is a number from 1 to %d.".formatted(name, MAX_NUMBER));
        }
        return number;
    }

    private Optional<Service> service() {
        return Arrays.stream(Service.values()).filter(each -> call.startsWith(each.prefix() + ":")).findFirst();
    }

    private Optional<String> action() {
        return Optional.of(call.substring(call.indexOf(':') + 1)).filter(action -> !action.isBlank());
    }

    private Optional<String> caller(Deployment deployment) {
        return function.isEmpty() ? Optional.empty()
                : Optional.of(deployment.functions().stream().filter(each -> each.id().equals(function))
                        .flatMap(each -> deployment.roles().stream().filter(role -> role.arn().equals(each.roleArn())))
                        .findFirst().orElseThrow(() -> unknown("function", function)).id());
    }

    private Optional<String> name(Deployment deployment) {
        return resource.isEmpty() ? Optional.empty()
                : Optional.of(CalledResource.of(deployment).stream().filter(each -> each.id().equals(resource))
                        .findFirst().orElseThrow(() -> unknown("table or queue", resource)).name());
    }

    private static RefusedCommandException unknown(String kind, String id) {
        return new RefusedCommandException("There is no %s %s.".formatted(kind, id));
    }

    private static <E extends Enum<E>> String names(E[] values) {
        return String.join(", ", List.of(values).stream().map(Enum::name).toList());
    }
}

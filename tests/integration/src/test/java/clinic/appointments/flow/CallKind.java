package clinic.appointments.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.local.gateway.CallMatch;
import clinic.appointments.local.gateway.RecordedCall;
import clinic.appointments.local.gateway.Service;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.template.Table;

/**
 * A kind of call that a function makes.
 *
 * @param function logical id
 * @param table logical id of the table that it reads or writes; empty if there are several or none
 */
record CallKind(String function, Service service, String action, Optional<String> table) {

    /** What Lambda does in the function's name. */
    private static final Set<String> POLLING = Set.of("ReceiveMessage", "DeleteMessageBatch", "GetQueueAttributes");
    private static final Set<String> CONDITIONAL = Set.of("PutItem", "UpdateItem", "DeleteItem",
            "TransactWriteItems");

    /** The kinds of the calls on record. */
    static List<CallKind> on(LocalStage stage) {
        return all(stage).distinct().toList();
    }

    /** The number of calls on record. */
    int calls(LocalStage stage) {
        return (int) all(stage).filter(this::equals).count();
    }

    private static Stream<CallKind> all(LocalStage stage) {
        return stage.gateway().calls().calls(call -> !POLLING.contains(call.action())).stream()
                .flatMap(call -> caller(call).map(function -> of(stage, function, call)));
    }

    private static CallKind of(LocalStage stage, String function, RecordedCall call) {
        List<String> tables = stage.deployment().tables().stream().map(Table::id)
                .filter(table -> call.resources().stream().anyMatch(arn -> arn.contains("table/" + table))).toList();
        return new CallKind(function, call.service(), call.action(),
                tables.size() == 1 ? Optional.of(tables.getFirst()) : Optional.empty());
    }

    private static Stream<String> caller(RecordedCall call) {
        return Stream.of(FunctionName.values()).map(FunctionName::id).filter(call.caller()::startsWith);
    }

    CallMatch match() {
        CallMatch match = CallMatch.of(service, action).by(function);
        return table.map(match::on).orElse(match);
    }

    /** Whether it may be refused with what is stored. */
    boolean isConditional() {
        return service == Service.DYNAMODB && CONDITIONAL.contains(action);
    }

    @Override
    public String toString() {
        return function + " " + service.prefix() + ":" + action + table.map(id -> " " + id).orElse("");
    }
}

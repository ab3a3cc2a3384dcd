package clinic.appointments.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.local.gateway.CallMatch;
import clinic.appointments.local.gateway.Fault;
import clinic.appointments.local.gateway.FaultEffect;
import clinic.appointments.local.gateway.RecordedCall;
import clinic.appointments.local.stage.LocalStage;

/** Every call to AWS of the functions that are at work in a story, before and after its effect. */
record CrashPoints(LocalStage stage, List<FunctionName> functions) {

    /** What Lambda does in the function's name: the function is not at work then. */
    private static final Set<String> POLLING = Set.of("ReceiveMessage", "DeleteMessageBatch", "GetQueueAttributes");
    /** The search for what is overdue, which is no part of a story; it only reads, and comes again. */
    private static final Set<String> SEARCHING = Set.of("Query", "BatchGetItem");
    /** What a process calls only once, with its first message. */
    private static final String ONCE = "GenerateMac";

    /** What happens when nothing dies. */
    @FunctionalInterface
    interface Story {

        void tell() throws InterruptedException;
    }

    /**
     * A call of the story, and when the process dies.
     *
     * @param afterMail whether the same function has handed a letter over with its last call before this one
     */
    record CrashPoint(FunctionName function, RecordedCall call, int occurrence, Fault.Moment moment,
            boolean afterMail) {

        /** Plants the crash in a process that has made this call as often as that of the undisturbed story. */
        Fault plant(LocalStage stage) {
            if (call.action().equals(ONCE)) {
                stage.killFunction(function.id());
            }
            return stage.gateway().faults().add(CallMatch.of(call.service(), call.action()).by(function.id()),
                    occurrence, moment, new FaultEffect.Run(() -> stage.killFunction(function.id())));
        }

        boolean isBetweenAcceptanceAndNote() {
            return (call.action().equals("SendEmail") && moment == Fault.Moment.AFTER)
                    || (afterMail && moment == Fault.Moment.BEFORE);
        }

        @Override
        public String toString() {
            return "%s %s %s #%d".formatted(moment.name().toLowerCase(Locale.ROOT), function.id(), call.fullAction(),
                    occurrence);
        }
    }

    /** The points of a story that begins with a new process of the first function. */
    List<CrashPoint> of(Story undisturbed) throws InterruptedException {
        stage.awaitIdle();
        // What other tests have scheduled would fire in the middle of this story.
        stage.schedules().forEach(stage::forget);
        stage.killFunction(functions.getFirst().id());
        long before = calls().size();
        undisturbed.tell();
        Map<String, Integer> seen = new HashMap<>();
        Map<FunctionName, String> last = new HashMap<>();
        List<CrashPoint> points = new ArrayList<>();
        for (RecordedCall call : calls().stream().skip(before).toList()) {
            FunctionName function = functionOf(call);
            int occurrence = seen.merge(function + call.fullAction(), 1, Integer::sum);
            boolean afterMail = "SendEmail".equals(last.put(function, call.action()));
            for (Fault.Moment moment : Fault.Moment.values()) {
                points.add(new CrashPoint(function, call, occurrence, moment, afterMail));
            }
        }
        return points;
    }

    private List<RecordedCall> calls() {
        return stage.gateway().calls().calls(this::isOfAFunctionAtWork);
    }

    private boolean isOfAFunctionAtWork(RecordedCall call) {
        return !POLLING.contains(call.action()) && !isOfASearch(call)
                && functions.stream().anyMatch(function -> call.caller().startsWith(function.id()));
    }

    private static boolean isOfASearch(RecordedCall call) {
        return call.caller().startsWith(FunctionName.REMINDER.id()) && SEARCHING.contains(call.action());
    }

    private FunctionName functionOf(RecordedCall call) {
        return functions.stream().filter(function -> call.caller().startsWith(function.id())).findFirst()
                .orElseThrow();
    }
}

package clinic.appointments.local.gateway;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import clinic.appointments.local.policy.AccessDecision;

/**
 * The record of calls through the gateway. Counts, capacity, permissions and denials are complete; of the calls
 * themselves the latest {@value #MAX_CALLS} are kept. Safe for use by several threads.
 */
public final class CallLog {

    private static final int MAX_CALLS = 50_000;

    private final Deque<TimedCall> calls = new ArrayDeque<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, Capacity> capacity = new TreeMap<>();
    private final Set<UsedPermission> permissions = ConcurrentHashMap.newKeySet();
    private final List<AccessDecision.Denied> denials = new ArrayList<>();
    private final Senders senders = new Senders();
    private final ItemVersions versions = new ItemVersions();

    synchronized void add(TimedCall timed) {
        RecordedCall call = timed.call();
        if (calls.size() == MAX_CALLS) {
            calls.removeFirst();
        }
        calls.addLast(timed);
        counts.merge(call.fullAction(), 1L, Long::sum);
        capacity.merge(call.caller(), call.capacity(), Capacity::plus);
    }

    void add(UsedPermission permission) {
        permissions.add(permission);
    }

    synchronized void add(AccessDecision.Denied denial) {
        denials.add(denial);
    }

    /** Who has sent a message to a queue: logical id of the role, or {@code operator}. */
    public Optional<String> senderOf(String messageId) {
        return senders.of(messageId).map(Caller::id);
    }

    /** The items as calls have left them, oldest first; updates within transactions are left out. */
    public List<ItemVersion> versions(Predicate<ItemVersion> wanted) {
        return versions.matching(wanted);
    }

    /** Forwards a call, and remembers what its record needs of the answer. */
    ServiceResponse watch(Caller caller, Call call, Senders.Forward forward) throws IOException, InterruptedException {
        return senders.forward(caller, call, () -> versions.forward(caller, call, forward));
    }

    /** The calls that match, oldest first. */
    public synchronized List<RecordedCall> calls(Predicate<RecordedCall> wanted) {
        return calls.stream().map(TimedCall::call).filter(wanted).toList();
    }

    /** The calls that match with their times, oldest first. */
    public synchronized List<TimedCall> timedCalls(Predicate<RecordedCall> wanted) {
        return calls.stream().filter(timed -> wanted.test(timed.call())).toList();
    }

    /** The number of calls by action, such as {@code dynamodb:PutItem}. */
    public synchronized Map<String, Long> countsByAction() {
        return new TreeMap<>(counts);
    }

    /** The capacity used by all roles together, without the operator's calls. */
    public synchronized Capacity capacityOfRoles() {
        return capacity.entrySet().stream().filter(entry -> !entry.getKey().equals(new Caller.Operator().id()))
                .map(Map.Entry::getValue).reduce(Capacity.NONE, Capacity::plus);
    }

    /** Every permission that a role has used. */
    public Set<UsedPermission> permissionsUsed() {
        return Set.copyOf(permissions);
    }

    /** Every denied call, oldest first. */
    public synchronized List<AccessDecision.Denied> denials() {
        return List.copyOf(denials);
    }

    /** Clears the record before a measurement. */
    public synchronized void clear() {
        calls.clear();
        counts.clear();
        capacity.clear();
        permissions.clear();
        denials.clear();
    }
}

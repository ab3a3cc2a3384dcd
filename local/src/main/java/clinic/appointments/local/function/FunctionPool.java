package clinic.appointments.local.function;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import clinic.appointments.local.template.Function;
import clinic.appointments.local.trace.InvocationSegment;
import clinic.appointments.local.trace.TraceCollector;
import clinic.appointments.local.trace.TraceHeader;

/**
 * The processes of a function; an invocation waits for one that is free. It takes the one that was used last, which is
 * warm.
 */
public final class FunctionPool implements AutoCloseable {

    private final Function function;
    private final TraceCollector traces;
    private final List<FunctionInstance> instances;
    private final BlockingDeque<FunctionInstance> free;

    public FunctionPool(Function function, ProcessSettings settings, TraceCollector traces, int size) {
        this.function = function;
        this.traces = traces;
        this.instances = IntStream.range(0, size).mapToObj(_ -> new FunctionInstance(function, settings)).toList();
        this.free = new LinkedBlockingDeque<>(instances);
    }

    public Function function() {
        return function;
    }

    public int size() {
        return instances.size();
    }

    /** Starts every process without waiting for them. */
    public void start() {
        instances.forEach(FunctionInstance::start);
    }

    /**
     * Waits until every process waits for events.
     *
     * @throws InitException when the initialization of one fails
     */
    public void awaitReady() throws InterruptedException {
        for (FunctionInstance instance : instances) {
            instance.awaitReady();
        }
    }

    /**
     * Invokes the function in a trace of its own and waits for the end.
     *
     * @param links the traces of the messages in the event
     */
    public Invocation invoke(String event, List<TraceHeader> links) throws InterruptedException {
        TraceHeader header = TraceHeader.begin(Instant.now());
        InvocationSegment segment = new InvocationSegment(header, function.name(), function.arn(),
                UUID.randomUUID().toString(), Instant.now(), links);
        Invocation outcome = invoke(
                new InvocationRequest(segment.requestId(), event, header));
        traces.add(segment.document(Instant.now(), !(outcome instanceof Invocation.Responded)));
        return outcome;
    }

    /** Kills every process at once, even in the middle of an invocation. */
    public void kill() {
        instances.forEach(FunctionInstance::kill);
    }

    /** Ids of the processes. */
    public LongStream pids() {
        return instances.stream().mapToLong(FunctionInstance::pid);
    }

    @Override
    public void close() {
        instances.parallelStream().forEach(FunctionInstance::close);
    }

    private Invocation invoke(InvocationRequest request) throws InterruptedException {
        FunctionInstance instance = free.take();
        try {
            return instance.invoke(request);
        } finally {
            free.addFirst(instance);
        }
    }
}

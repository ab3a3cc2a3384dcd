package clinic.appointments.runtime;

import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.IntStream;

import clinic.appointments.message.IncomingMessage;
import clinic.appointments.port.LaneObserver;

/**
 * The lanes in which a function works on the messages of a batch, each on a virtual thread of its own. The messages of
 * a lane are worked on one after another, in the order of the batch.
 */
public final class Lanes {

    private final int most;
    private final Function<IncomingMessage, Set<String>> subjects;
    private final LaneObserver observer;

    /**
     * @param most greatest number of lanes
     * @param subjects what a message concerns; messages with a common subject share a lane
     */
    public Lanes(int most, Function<IncomingMessage, Set<String>> subjects, LaneObserver observer) {
        this.most = most;
        this.subjects = subjects;
        this.observer = observer;
    }

    /** The work on one message. */
    @FunctionalInterface
    interface Work<R> {

        /**
         * Works on a message.
         *
         * @param left number of messages left in the lane, including this one
         */
        R on(IncomingMessage message, int left);
    }

    /**
     * Works on all messages; returns, or throws an error of the work, when the last one is done.
     *
     * @return the results in the order of the messages
     */
    <R> List<R> work(List<IncomingMessage> messages, Work<R> work) {
        List<List<Integer>> lanes = LanePlan.of(messages.stream().map(subjects).toList(), most);
        int[] left = new int[messages.size()];
        lanes.forEach(lane -> IntStream.range(0, lane.size())
                .forEach(place -> left[lane.get(place)] = lane.size() - place));
        List<FutureTask<R>> tasks = IntStream.range(0, messages.size())
                .mapToObj(index -> new FutureTask<>(() -> work.on(messages.get(index), left[index]))).toList();
        observer.begun(lanes.size());
        lanes.stream().map(lane -> start(lane.stream().map(tasks::get).toList())).toList().forEach(Lanes::join);
        return tasks.stream().map(Lanes::result).toList();
    }

    private Thread start(List<? extends Runnable> lane) {
        return Thread.ofVirtual().name("lane").start(InvocationScope.current().around(() -> {
            try {
                lane.forEach(Runnable::run);
            } finally {
                observer.ended();
            }
        }));
    }

    /** A function's thread is not interrupted: the end of an invocation ends its process. */
    private static void join(Thread lane) {
        try {
            lane.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the end of a batch", interrupted);
        }
    }

    private static <R> R result(FutureTask<R> done) {
        return switch (done.state()) {
            case SUCCESS -> done.resultNow();
            case FAILED -> throw thrown(done.exceptionNow());
            case CANCELLED, RUNNING -> throw new IllegalStateException("the thread of a lane has died");
        };
    }

    private static RuntimeException thrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }
}

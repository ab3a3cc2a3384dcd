package clinic.appointments.runtime;

import java.util.concurrent.Executor;

/** Virtual threads that work for an invocation: each has its log keys and the present subsegment of its trace. */
public final class InvocationThreads implements Executor {

    @Override
    public void execute(Runnable work) {
        Thread.ofVirtual().name("call").start(InvocationScope.current().around(work));
    }
}

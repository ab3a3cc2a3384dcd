package clinic.appointments.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import clinic.appointments.message.IncomingMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LanesTest {

    private static final Lanes BY_BODY = new Lanes(10, message -> Set.of(message.body()), new Unobserved());

    @AfterEach
    void clear() {
        MDC.clear();
    }

    /** Each of ten messages waits until all ten have begun. */
    @Test
    void workOnMessagesOfDifferentSubjectsAtTheSameTime() {
        CyclicBarrier all = new CyclicBarrier(10);
        List<IncomingMessage> messages = IntStream.range(0, 10).mapToObj(index -> message("" + index, "" + index))
                .toList();
        assertThat(BY_BODY.work(messages, (message, left) -> {
            await(all);
            return message.messageId() + "/" + left;
        })).containsExactlyElementsOf(IntStream.range(0, 10).mapToObj(index -> index + "/1").toList());
    }

    @Test
    void workOnMessagesOfOneSubjectInTheirOrder() {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        assertThat(BY_BODY.work(List.of(message("1", "a"), message("2", "a"), message("3", "a")), (message, left) -> {
            order.add("begin " + message.messageId());
            LockSupport.parkNanos(1);
            order.add("end " + message.messageId());
            return left;
        })).containsExactly(3, 2, 1);
        assertThat(order).containsExactly("begin 1", "end 1", "begin 2", "end 2", "begin 3", "end 3");
    }

    /** The first message ends last. */
    @Test
    void giveResultsInTheOrderOfTheMessages() {
        CountDownLatch secondIsDone = new CountDownLatch(1);
        assertThat(BY_BODY.work(List.of(message("1", "a"), message("2", "b")), (message, _) -> {
            if (message.messageId().equals("1")) {
                await(secondIsDone);
            } else {
                secondIsDone.countDown();
            }
            return message.messageId();
        })).containsExactly("1", "2");
    }

    @Test
    void throwWhatAMessageThrowsWhenAllTheOthersAreDone() {
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        assertThatThrownBy(() -> BY_BODY.work(List.of(message("1", "a"), message("2", "a"), message("3", "b")),
                (message, _) -> {
                    if (message.messageId().equals("1")) {
                        throw new OutOfMemoryError("no more");
                    }
                    return done.add(message.messageId());
                })).isInstanceOf(OutOfMemoryError.class);
        assertThat(done).containsExactlyInAnyOrder("2", "3");
    }

    @Test
    void takeTheCallersLogKeysToTheirThreadsAndLeaveTheCallersAlone() {
        MDC.put("function_name", "f");
        assertThat(BY_BODY.work(List.of(message("1", "a"), message("2", "a"), message("3", "b")), (message, _) -> {
            String before = MDC.get("function_name") + " " + MDC.get("of lane");
            MDC.put("function_name", message.messageId());
            return before;
        })).containsExactly("f null", "1 null", "f null");
        assertThat(MDC.get("function_name")).isEqualTo("f");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IncomingMessage message(String id, String body) {
        return new IncomingMessage(id, body, Map.of(), new IncomingMessage.Delivery("handle", 1, Optional.empty()));
    }
}

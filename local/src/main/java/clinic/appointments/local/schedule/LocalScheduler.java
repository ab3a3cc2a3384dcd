package clinic.appointments.local.schedule;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import clinic.appointments.local.clock.Activity;
import clinic.appointments.local.clock.Agenda;
import clinic.appointments.local.clock.LocalClock;
import clinic.appointments.local.gateway.LocalService;
import clinic.appointments.local.gateway.ServiceResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * CreateSchedule, GetSchedule and DeleteSchedule of EventBridge Scheduler, for one-time schedules. A schedule fires
 * when the local clock reaches its time. A failed delivery is retried according to the retry policy and then goes to
 * the dead-letter queue; a denied one goes there at once. The schedule is deleted afterwards, whatever its {@code
 * ActionAfterCompletion} is.
 */
public final class LocalScheduler implements LocalService, AutoCloseable {

    private static final String DEFAULT_GROUP = "default";

    private final ScheduleBook book;
    private final String arnPrefix;
    private final Set<String> groups;
    private final Thread firing;

    /**
     * Begins to fire at once.
     *
     * @param arnPrefix {@code arn:aws:scheduler:<region>:<account>}
     * @param groups names of the schedule groups other than {@code default}
     */
    public LocalScheduler(LocalClock clock, Activity activity, ScheduleDelivery delivery, String arnPrefix,
            Set<String> groups) {
        this.book = new ScheduleBook(clock);
        this.arnPrefix = arnPrefix;
        this.groups = groups;
        clock.onAdvance(book::signal);
        this.firing = Thread.ofVirtual().name("scheduler").start(new Firing(book, clock, activity, delivery));
    }

    /** Schedules that have not fired yet, in order of their time. */
    public List<Schedule> schedules() {
        return book.schedules();
    }

    /** Deletes a schedule without a call. */
    public void forget(Schedule schedule) {
        book.remove(schedule.arn());
    }

    /** The times of the schedules. */
    public Agenda agenda() {
        return book;
    }

    @Override
    public ServiceResponse handle(String action, JsonNode body, String path) {
        URI uri = URI.create(path);
        String name = decode(uri.getRawPath().substring(uri.getRawPath().lastIndexOf('/') + 1));
        return switch (action) {
            case "CreateSchedule" -> create(name, body);
            case "GetSchedule" -> find(group(uri), name, schedule -> reply(describe(schedule)));
            case "DeleteSchedule" -> find(group(uri), name, this::delete);
            case String other -> refuse(400, "ValidationException", "Operation " + other + " is not supported here.");
        };
    }

    @Override
    public void close() {
        firing.interrupt();
        try {
            firing.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private ServiceResponse create(String name, JsonNode body) {
        String group = body.path("GroupName").asText(DEFAULT_GROUP);
        if (!groups.contains(group) && !group.equals(DEFAULT_GROUP)) {
            return refuse(404, "ResourceNotFoundException", "Schedule group " + group + " does not exist.");
        }
        try {
            return add(ScheduleRequest.read(name, group, arn(group, name), body));
        } catch (InvalidScheduleException e) {
            return refuse(400, "ValidationException", Objects.requireNonNull(e.getMessage()));
        }
    }

    private ServiceResponse add(Schedule schedule) {
        Optional<Schedule> present = book.add(new ScheduleBook.DeliveryAttempt(schedule, schedule.dueAt(), 1));
        boolean conflict = present.isPresent() && !isRepeat(present.get(), schedule.request());
        return conflict
                ? refuse(409, "ConflictException", "Schedule " + schedule.name() + " already exists.")
                : reply(JsonNodeFactory.instance.objectNode().put("ScheduleArn", schedule.arn()));
    }

    private ServiceResponse find(String group, String name, Function<Schedule, ServiceResponse> found) {
        return book.find(arn(group, name)).map(found).orElseGet(
                () -> refuse(404, "ResourceNotFoundException", "Schedule " + name + " does not exist."));
    }

    private ServiceResponse delete(Schedule schedule) {
        book.remove(schedule.arn());
        return reply(JsonNodeFactory.instance.objectNode());
    }

    private String arn(String group, String name) {
        return arnPrefix + ":schedule/" + group + "/" + name;
    }

    /** Whether a request repeats the first one: the same client token with the same parameters. */
    private static boolean isRepeat(Schedule present, JsonNode body) {
        return body.hasNonNull("ClientToken") && body.equals(present.request());
    }

    private static ObjectNode describe(Schedule schedule) {
        ObjectNode description = schedule.request().deepCopy();
        description.remove("ClientToken");
        return description.put("Arn", schedule.arn()).put("Name", schedule.name()).put("GroupName", schedule.group())
                .put("State", "ENABLED");
    }

    private static String group(URI uri) {
        String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
        return Arrays.stream(query.split("&")).filter(parameter -> parameter.startsWith("groupName=")).findFirst()
                .map(parameter -> decode(parameter.substring("groupName=".length()))).orElse(DEFAULT_GROUP);
    }

    private static String decode(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    private static ServiceResponse reply(ObjectNode body) {
        return new ServiceResponse(200, body.toString());
    }

    private static ServiceResponse refuse(int status, String type, String why) {
        return new ServiceResponse(status, JsonNodeFactory.instance.objectNode().put("Message", why).toString(), type);
    }
}

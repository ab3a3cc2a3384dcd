package clinic.appointments.flow;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

import clinic.appointments.fixture.reference.History;
import clinic.appointments.fixture.reference.ReferenceModel;
import clinic.appointments.fixture.reference.Step;
import clinic.appointments.local.run.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service on the real engines does what the reference model says. Many histories, each with people and resources of
 * its own, go side by side: the next step of all of them is sent when the last one is done with. How many is said by
 * {@code -Dhistories=N}, where they begin by {@code -Dseed=N}.
 */
@ExtendWith(StageExtension.class)
class HistoriesOnEnginesTest {

    private static final int HISTORIES = Integer.getInteger("histories", 100);
    private static final long FIRST_SEED = Long.getLong("seed", 0);

    private final LocalStage stage;
    private final Service service;
    private final LocalDate firstDay;

    HistoriesOnEnginesTest(LocalStage stage) {
        this.stage = stage;
        this.service = new Service(stage);
        this.firstDay = service.inDays(10);
    }

    @Test
    void agreesWithTheReferenceModel() throws InterruptedException {
        Map<History, String> differences = differences(
                LongStream.range(FIRST_SEED, FIRST_SEED + HISTORIES).mapToObj(History::of).toList());
        List<String> found = new ArrayList<>();
        for (Map.Entry<History, String> each : differences.entrySet()) {
            found.add(each.getValue() + "\nshrunk from " + each.getKey() + "\nto " + shrunk(each.getKey()));
        }

        assertThat(found).isEmpty();
    }

    private History shrunk(History failing) throws InterruptedException {
        for (History shorter : failing.shorter().toList()) {
            if (!differences(List.of(shorter)).isEmpty()) {
                return shrunk(shorter);
            }
        }
        return failing;
    }

    private Map<History, String> differences(List<History> histories) throws InterruptedException {
        Map<History, Run> runs = new LinkedHashMap<>();
        histories.forEach(history -> runs.put(history, new Run(Service.unique("h"), new ReferenceModel())));
        int longest = histories.stream().mapToInt(history -> history.steps().size()).max().orElse(0);
        for (int number = 0; number < longest; number++) {
            int step = number;
            runs.entrySet().parallelStream().filter(each -> step < each.getKey().steps().size())
                    .forEach(each -> each.getValue().take(each.getKey().steps().get(step)));
            stage.awaitIdle();
        }
        Map<History, String> differences = new LinkedHashMap<>();
        for (Map.Entry<History, Run> each : runs.entrySet()) {
            String difference = each.getValue().difference(each.getKey());
            if (!difference.isEmpty()) {
                differences.put(each.getKey(), difference);
            }
        }
        return differences;
    }

    /** A history on its way, under names that no other one has. */
    private final class Run {

        private final String name;
        private final ReferenceModel model;
        private final Map<String, String> expected = new TreeMap<>();

        private Run(String name, ReferenceModel model) {
            this.name = name;
            this.model = model;
        }

        private void take(Step step) {
            expected.put(step.request(), model.apply(step));
            service.send(own(step.request()), body(step));
        }

        private String difference(History history) throws InterruptedException {
            Map<String, String> actual = new TreeMap<>();
            for (String request : expected.keySet()) {
                actual.put(request, service.outcome(own(request)).orElse("no receipt"));
            }
            Map<String, String> states = new TreeMap<>();
            for (String id : model.appointments().keySet()) {
                states.put(id, service.appointment(own(id)).map(this::describe).orElse("none"));
            }
            return expected.equals(actual) && states().equals(states) ? ""
                    : history.seed() + ": the model says "
                            + expected + " " + states() + ", the service " + actual + " " + states;
        }

        private Map<String, String> states() {
            Map<String, String> states = new TreeMap<>();
            model.appointments().forEach((id, appointment) -> states.put(id, (appointment.cancelled()
                    ? "CANCELLED "
                    : "CONFIRMED ") + date(appointment.time()) + " " + clock(appointment.time().from()) + "-"
                    + clock(appointment.time().to()) + " "
                    + appointment.resources().stream().map(resource -> "default:" + own(resource)).toList()));
            return states;
        }

        private String describe(JsonNode appointment) {
            List<String> resources = new ArrayList<>();
            appointment.path("resourceIds").forEach(id -> resources.add(id.asText()));
            return appointment.path("status").asText() + " " + appointment.path("appointmentDate").asText() + " "
                    + appointment.path("startTime").asText() + "-" + appointment.path("endTime").asText() + " "
                    + resources;
        }

        private ObjectNode body(Step step) {
            ObjectNode body = Service.JSON.createObjectNode();
            switch (step) {
                case Step.Register(var _, var patient) -> body.put("type", "REGISTER_PATIENT")
                        .put("patientId", own(patient)).put("firstName", "Testname").put("lastName", "Testfamily");
                case Step.Book(var _, var id, var patient, var time, var resources) -> {
                    time(body.put("type", "BOOK").put("appointmentId", own(id)).put("patientId", own(patient)), time);
                    resources(body, resources);
                }
                case Step.Move(var _, var id, var time, var resources) -> {
                    time(body.put("type", "RESCHEDULE").put("appointmentId", own(id)), time);
                    resources.ifPresent(others -> resources(body, others));
                }
                case Step.Cancel(var _, var id) -> body.put("type", "CANCEL").put("appointmentId", own(id));
            }
            return body;
        }

        private void time(ObjectNode body, Step.Time time) {
            body.put("appointmentDate", date(time)).put("startTime", clock(time.from())).put("endTime",
                    clock(time.to()));
        }

        private void resources(ObjectNode body, List<String> resources) {
            ArrayNode ids = body.putArray("resourceIds");
            resources.forEach(id -> ids.add(own(id)));
        }

        private String date(Step.Time time) {
            return firstDay.plusDays(time.day()).toString();
        }

        private static String clock(int minutes) {
            return LocalTime.of(9, 0).plusMinutes(minutes).toString();
        }

        private String own(String id) {
            return name + "-" + id;
        }
    }
}

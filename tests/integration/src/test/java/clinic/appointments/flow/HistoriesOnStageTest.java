package clinic.appointments.flow;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import clinic.appointments.contract.QueueName;
import clinic.appointments.fixture.reference.Agreement;
import clinic.appointments.fixture.reference.History;
import clinic.appointments.fixture.reference.ReferenceModel;
import clinic.appointments.fixture.reference.Rules;
import clinic.appointments.fixture.reference.Rules.Kind;
import clinic.appointments.fixture.reference.State;
import clinic.appointments.fixture.reference.Step;
import clinic.appointments.fixture.reference.Time;
import clinic.appointments.fixture.trial.Names;
import clinic.appointments.fixture.trial.Place;
import clinic.appointments.fixture.trial.StepJson;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole stage, from queue to queue, does what the reference model says. Many histories, each with people and
 * resources of its own, go side by side: the next step of all of them is sent when the last one is done with. No time
 * passes in them, nothing fails, and everything arrives before the next step. How many is said by
 * {@code -Dstage.histories=N}, where they begin by {@code -Dseed=N}.
 */
@ExtendWith(StageExtension.class)
class HistoriesOnStageTest {

    private static final int HISTORIES = Integer.getInteger("stage.histories", 25);
    private static final long FIRST_SEED = Long.getLong("seed", 0);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** What stage {@code dev} allows; of a desk's hours those before noon, which are all that histories need. */
    private static final Rules DEV = new Rules(30, 366 * Time.DAY, 5, 12 * 60, 60, List.of(Time.DAY, 120),
            new TreeMap<>(Map.of("group", new Kind(8, 0, 0, 0, Time.DAY, 0), "desk",
                    new Kind(1, 0, 0, 8 * 60, 12 * 60, 0), "theatre", new Kind(1, 15, 30, 0, Time.DAY, 120))));

    private final LocalStage stage;
    private final Service service;
    private final Place place;

    HistoriesOnStageTest(LocalStage stage) {
        this.stage = stage;
        this.service = new Service(stage);
        LocalDate monday = service.inDays(10).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        this.place = new Place(monday, BERLIN);
    }

    @Test
    void agreeWithTheReferenceModel() throws InterruptedException {
        Map<History, String> differences = differences(LongStream.range(FIRST_SEED, FIRST_SEED + HISTORIES)
                .mapToObj(History::of).map(History::withoutPassing).toList());
        List<String> found = new ArrayList<>();
        for (Map.Entry<History, String> each : differences.entrySet()) {
            found.add(each.getValue() + "\nfrom " + each.getKey() + "\nshrunk to " + shrunk(each.getKey()));
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
        histories.forEach(history -> runs.put(history, new Run(history)));
        int longest = runs.values().stream().mapToInt(run -> run.requests.size()).max().orElse(0);
        for (int number = 0; number < longest; number++) {
            int step = number;
            runs.values().parallelStream().filter(run -> step < run.requests.size())
                    .forEach(run -> run.take(run.requests.get(step)));
            stage.awaitIdle();
        }
        Map<History, String> differences = new LinkedHashMap<>();
        for (Map.Entry<History, Run> each : runs.entrySet()) {
            String difference = each.getValue().difference();
            if (!difference.isEmpty()) {
                differences.put(each.getKey(), difference);
            }
        }
        return differences;
    }

    /** A history on its way, under names that no other one has. */
    private final class Run {

        private final Names names = new Names(Service.unique("h"));
        private final StepJson json = new StepJson(names, place);
        private final ReferenceModel model = new ReferenceModel(DEV, place.world(names),
                place.minute(stage.clock().instant()));
        private final List<Step.Request> requests;

        private Run(History history) {
            this.requests = history.steps().stream().flatMap(Run::requests).toList();
        }

        /** What comes in the wrong order waits too long here: each step is done with before the next. */
        private static Stream<Step.Request> requests(Step step) {
            return switch (step) {
                case Step.Request request -> Stream.of(request);
                case Step.Swapped(var early, var late) -> Stream.of(late, early);
                case Step.Late(var request, var _) -> Stream.of(request);
                case Step.Pass _,Step.Deliver _,Step.Failing _,Step.SendOn _,Step.Reconcile _ ->
                    Stream.empty();
            };
        }

        /**
         * The stage's clock runs: what comes later has a later time, which tells overrides before a block from others.
         */
        private void take(Step.Request request) {
            model.apply(request);
            model.apply(new Step.Deliver());
            model.apply(new Step.Pass(1));
            service.send(switch (request) {
                case Step.Confirm _,Step.Complete _,Step.CheckIn _ -> QueueName.CONFIRMATION;
                case Step.Block _,Step.Unblock _,Step.Pool _,Step.Keep _,Step.VisitType _ -> QueueName.MANAGEMENT;
                case Step.Register _,Step.Erase _,Step.Book _,Step.BookVisit _,Step.Move _,Step.Shift _ ->
                    QueueName.REQUEST;
                case Step.Cancel _,Step.Expire _ ->
                    QueueName.REQUEST;
            }, json.body(request));
        }

        private String difference() throws InterruptedException {
            Map<String, String> answers = new TreeMap<>();
            for (String request : model.answers().keySet()) {
                answers.put(request, service.outcome(names.own(request)).orElse("no receipt"));
            }
            Map<String, State> expected = new TreeMap<>();
            Map<String, State> states = new TreeMap<>();
            for (Map.Entry<String, State> each : model.states().entrySet()) {
                expected.put(each.getKey(), withoutVersions(each.getValue()));
                service.appointment(names.own(each.getKey()))
                        .ifPresent(found -> states.put(each.getKey(), stateOf(found)));
            }
            return answers.equals(model.answers()) && states.equals(expected) ? ""
                    : "the model says " + model.answers() + " " + expected + ",\n  the service " + answers + " "
                            + states;
        }

        /** The clock here is not that of the model. */
        private static Map<String, Integer> untimed(Collection<String> states) {
            return states.stream().collect(Collectors.toMap(state -> state, _ -> 0));
        }

        /** Answers do not tell which time a reminder is about. */
        private static State withoutVersions(State state) {
            return new State(state.patient(), state.status(), state.why(), state.time(), state.resources(),
                    state.pools(),
                    state.overridden(), state.notes(),
                    state.reminders().stream().map(reminder -> reminder.replaceAll("^.*/", "")).sorted().toList(),
                    untimed(state.checkIns().keySet()), new Agreement(state.agreement().type(), 0, 0));
        }

        private State stateOf(JsonNode found) {
            List<JsonNode> history = items(found, "history");
            JsonNode timed = history.stream()
                    .filter(entry -> List.of("BOOK", "RESCHEDULE").contains(entry.path("action").asText()))
                    .reduce((_, later) -> later).orElseThrow();
            return new State(names.common(found.path("patientId").asText()), found.path("status").asText(),
                    history.getLast().path("reason").asText(), time(found),
                    items(found, "resourceIds").stream().map(id -> names.common(id.asText())).toList(),
                    pools(found), timed.has("override"), found.has("notes"), items(found, "reminders").stream()
                            .map(each -> each.path("kind").asText() + " " + each.path("state").asText()).sorted()
                            .toList(),
                    untimed(items(found.path("checkIn"), "marks").stream()
                            .map(mark -> mark.path("state").asText()).toList()),
                    new Agreement(visitOf(found), 0, 0));
        }

        /** Answers do not tell the time around a visit. */
        private String visitOf(JsonNode found) {
            return found.has("visitType")
                    ? names.common(found.path("visitType").asText()) + "/" + found.path("visitTypeVersion").asText()
                    : "";
        }

        private Map<String, String> pools(JsonNode found) {
            return items(found, "fromPools").stream()
                    .collect(Collectors.toMap(taken -> names.common(taken.path("resourceId").asText()),
                            taken -> "pool:" + names.common(taken.path("poolId").asText())));
        }

        private Time time(JsonNode found) {
            return place.time(LocalDate.parse(found.path("appointmentDate").asText()),
                    LocalTime.parse(found.path("startTime").asText()), LocalTime.parse(found.path("endTime").asText()));
        }

        private static List<JsonNode> items(JsonNode found, String field) {
            JsonNode array = found.path(field);
            return IntStream.range(0, array.size()).mapToObj(array::get).toList();
        }
    }
}

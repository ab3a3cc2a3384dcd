package clinic.appointments.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.contract.IdempotencyTable;
import clinic.appointments.contract.QueueName;
import clinic.appointments.local.engine.MessageTrail;
import clinic.appointments.local.page.Invariants;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What must hold in a stage of this service, whatever has gone wrong in it: nothing is lost, nothing is booked twice,
 * and calendars and appointments agree. It looks behind the gateway, where no planted fault strikes.
 */
public final class StageInvariants implements Invariants {

    private static final String PARKED = "parkedReason";

    private final LocalStage stage;

    private StageInvariants(LocalStage stage) {
        this.stage = stage;
    }

    /** The invariants of a stage. */
    public static StageInvariants of(LocalStage stage) {
        return new StageInvariants(stage);
    }

    @Override
    public List<Finding> check() throws InterruptedException {
        List<JsonNode> appointments = StoredItems.of(stage, AppointmentsTable.ID);
        return List.of(new Finding("Calendars and appointments agree.", calendars()),
                new Finding("Nobody and nothing is booked twice at one time, unless somebody has overridden the rule.",
                        DoubleBookings.of(stage, appointments).lines()),
                new Finding("Each request that has no outcome yet has a message in a queue.",
                        new PendingReceipts(StoredItems.of(stage, IdempotencyTable.ID),
                                stage.messages().matching(_ -> true)).lost()),
                new Finding("No work is overdue without a message under way.", overdue(appointments)),
                new Finding("No message was given up.", givenUp()),
                new Finding("No call was denied.", denied()));
    }

    /**
     * A change between the two tables' reads looks like a difference, which a second look does not find again; the
     * program itself says that nobody may write meanwhile.
     */
    private List<String> calendars() throws InterruptedException {
        List<String> first = differences();
        if (first.isEmpty()) {
            return first;
        }
        List<String> lasting = new ArrayList<>(differences());
        lasting.retainAll(first);
        return lasting;
    }

    private List<String> differences() throws InterruptedException {
        LocalDate today = LocalDate.ofInstant(stage.clock().instant(), ZoneOffset.UTC);
        try {
            Process program = new CalendarProgram(CalendarTables.of(stage), today, false)
                    .onStage(Map.of("AWS_ENDPOINT_URL", stage.dynamoDb().toString(), "AWS_REGION",
                            stage.deployment().region(), "AWS_ACCESS_KEY_ID", "local", "AWS_SECRET_ACCESS_KEY", "none"))
                    .redirectErrorStream(true).start();
            List<String> lines = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                    .toList();
            return switch (program.waitFor()) {
                case 0 -> List.of();
                case 1 -> lines.stream().filter(line -> line.startsWith("different ")).toList();
                default -> lines;
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> overdue(List<JsonNode> appointments) {
        return appointments.stream().filter(this::isOverdue)
                .map(item -> "%s, since %s".formatted(StoredItems.text(item, AppointmentsTable.KEY),
                        StoredItems.text(item, AppointmentsTable.OVERDUE_FROM).replaceFirst(" .*", "")))
                .toList();
    }

    private boolean isOverdue(JsonNode item) {
        String from = StoredItems.text(item, AppointmentsTable.OVERDUE_FROM);
        return !from.isEmpty() && from.compareTo(stage.clock().instant().toString()) < 0
                && !isUnderWay(StoredItems.text(item, AppointmentsTable.KEY));
    }

    private boolean isUnderWay(String appointment) {
        return !stage.messages().matching(message -> message.isPresent()
                && (message.body().contains('"' + appointment + '"')
                        || message.attributes().containsValue(appointment)))
                .isEmpty();
    }

    /** What the service has parked for good is no trouble of the service. */
    private List<String> givenUp() {
        return Stream.of(QueueName.values()).map(QueueName::deadLetterId)
                .flatMap(queue -> letters(queue).stream().filter(letter -> !letter.attributes().containsKey(PARKED))
                        .map(letter -> letter.messageId() + " in " + queue))
                .toList();
    }

    private List<MessageTrail> letters(String queueId) {
        return stage.deployment().queues().stream().filter(queue -> queue.id().equals(queueId))
                .flatMap(queue -> stage.messages()
                        .matching(each -> each.isPresent() && each.queue().equals(queue.name())).stream())
                .toList();
    }

    private List<String> denied() {
        return stage.gateway().calls().denials().stream().map(denied -> "%s may not %s on %s"
                .formatted(denied.roleId(), denied.action(), denied.resource())).distinct().toList();
    }
}

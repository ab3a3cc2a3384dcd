package clinic.appointments.local.page;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.local.page.Topology.Part;
import clinic.appointments.local.template.Function;
import clinic.appointments.local.template.Queue;
import clinic.appointments.local.template.Table;

/** What is inside each box: its settings from the template, and the first things that it holds. */
record Insides(StageReading reading) {

    private static final int FIRST = 12;

    /** The inside of a box; empty if there is no such box. */
    Optional<Inside> of(String id) {
        return reading.topology().parts().stream().filter(part -> part.id().equals(id)).map(this::of).findFirst();
    }

    private Inside of(Part part) {
        return switch (part.kind()) {
            case API -> inside(part, Map.of("address", reading.api().toString()), routes(part));
            case TIMER -> timer(part);
            case QUEUE, DEAD_LETTERS -> queue(part);
            case FUNCTION -> function(part);
            case TABLE -> table(part, reading.table(part.id()));
            case SCHEDULES -> inside(part, Map.of("open", Integer.toString(reading.schedules().size())),
                    reading.schedules().stream()
                            .map(each -> Times.moment(each.dueAt()) + "  " + each.name() + "\n" + each.input()));
            case MAIL -> inside(part, Map.of("sent", Integer.toString(reading.mails().size())),
                    reading.mails().stream().map(mail -> Times.moment(reading.sentAt(mail)) + "  " + mail.subject()));
        };
    }

    private Inside table(Part part, Table table) {
        return inside(part, Map.of("items", Long.toString(reading.items(table))),
                reading.firstItems(table, FIRST).stream().map(Pretty::json));
    }

    private Stream<String> routes(Part part) {
        return reading.deployment().apis().stream().filter(api -> api.id().equals(part.id()))
                .flatMap(api -> api.body().path("paths").propertyStream())
                .flatMap(path -> path.getValue().propertyStream().filter(method -> isMethod(method.getKey()))
                        .map(method -> method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }

    private static boolean isMethod(String name) {
        return List.of("get", "post", "put", "delete", "patch").contains(name);
    }

    private Inside timer(Part part) {
        return reading.deployment().recurringSchedules().stream().filter(each -> each.id().equals(part.id()))
                .map(each -> inside(part, Map.of("rate", Times.text(each.rate())), Stream.of(each.input())))
                .findFirst().orElseThrow();
    }

    private Inside queue(Part part) {
        Queue queue = reading.deployment().queues().stream().filter(each -> each.id().equals(part.id())).findFirst()
                .orElseThrow();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("visibility timeout", Times.text(queue.visibilityTimeout()));
        facts.put("retention", Times.text(queue.retention()));
        queue.redrive().ifPresent(redrive -> facts.put("receives before the dead-letter queue",
                Integer.toString(redrive.maxReceiveCount())));
        Instant now = reading.now();
        return inside(part, facts, reading.waiting().getOrDefault(part.id(), List.of()).stream()
                .map(message -> "%s, %d receives, %s%n%s".formatted(message.messageId(), message.receivedAt().size(),
                        message.visibleFrom().isAfter(now) ? "visible " + Times.moment(message.visibleFrom())
                                : "waiting",
                        Pretty.text(message.body()))));
    }

    private Inside function(Part part) {
        Function function = reading.deployment().functions().stream().filter(each -> each.id().equals(part.id()))
                .findFirst().orElseThrow();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("handler", function.handler());
        facts.put("memory", function.memoryMegabytes() + " MB");
        facts.put("timeout", Times.text(function.timeout()));
        List<LoggedLine> lines = reading.log().stream().filter(line -> line.function().equals(part.id())).toList();
        return inside(part, facts, lines.reversed().stream()
                .map(line -> "%s  %s %s: %s%n%s".formatted(Times.precise(line.at()), line.level(), line.text(),
                        line.outcome(), Pretty.fields(line.fields()))));
    }

    private static Inside inside(Part part, Map<String, String> facts, Stream<String> contents) {
        return new Inside(part.id(), part.kind(), facts, contents.limit(FIRST).toList());
    }
}

package clinic.appointments.local.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import clinic.appointments.local.page.Arrow.Purpose;
import clinic.appointments.local.template.Deployment;
import clinic.appointments.local.template.EventSource;

/**
 * The parts of a stage and the ways between them, as its template has them: event sources, redrive policies, targets
 * of schedules, and the permissions of roles.
 */
record Topology(List<Part> parts, List<Way> ways) {

    /** A resource of the template; e-mails are one part, whatever SES resources there are. */
    record Part(String id, Kind kind, String arn) {
    }

    /** A way from one part to another, by their ids. */
    record Way(String from, String to, Purpose purpose) {
    }

    static final String MAIL = "SES";

    static Topology of(Deployment deployment) {
        List<Part> parts = parts(deployment);
        return new Topology(parts, new Ways(deployment, parts).all());
    }

    Part part(String id) {
        return parts.stream().filter(part -> part.id().equals(id)).findFirst().orElseThrow();
    }

    List<Part> ofKind(Kind kind) {
        return parts.stream().filter(part -> part.kind() == kind).toList();
    }

    /** A queue that feeds no function holds what nobody consumes. */
    private static List<Part> parts(Deployment deployment) {
        List<Part> parts = new ArrayList<>();
        Set<String> consumed = deployment.eventSources().stream().map(EventSource::queueArn)
                .collect(Collectors.toSet());
        deployment.apis().forEach(api -> parts.add(new Part(api.id(), Kind.API, "")));
        deployment.recurringSchedules().forEach(each -> parts.add(new Part(each.id(), Kind.TIMER, "")));
        deployment.queues().forEach(queue -> parts.add(new Part(queue.id(),
                consumed.contains(queue.arn()) ? Kind.QUEUE : Kind.DEAD_LETTERS, queue.arn())));
        deployment.functions()
                .forEach(function -> parts.add(new Part(function.id(), Kind.FUNCTION, function.arn())));
        deployment.tables().forEach(table -> parts.add(new Part(table.id(), Kind.TABLE, table.arn())));
        deployment.scheduleGroups().forEach(group -> parts.add(new Part(group.id(), Kind.SCHEDULES, group.arn())));
        if (deployment.roles().stream().anyMatch(role -> Grants.of(role).reach("ses"))) {
            parts.add(new Part(MAIL, Kind.MAIL, ""));
        }
        return parts;
    }
}

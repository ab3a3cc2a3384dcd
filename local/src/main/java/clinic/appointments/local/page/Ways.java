package clinic.appointments.local.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import clinic.appointments.local.page.Arrow.Purpose;
import clinic.appointments.local.page.Topology.Part;
import clinic.appointments.local.page.Topology.Way;
import clinic.appointments.local.template.Deployment;
import clinic.appointments.local.template.Function;
import clinic.appointments.local.template.Role;

/** Reads the ways between the parts of a deployment. */
record Ways(Deployment deployment, List<Part> parts) {

    private static final Set<String> WRITES = Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem");

    /** All of them, each once. */
    List<Way> all() {
        return Stream.of(feeds(), burials(), fromApis(), fromTimers(), fromSchedules(), fromFunctions(),
                fromMail()).flatMap(ways -> ways).distinct().toList();
    }

    private Stream<Way> feeds() {
        return deployment.eventSources().stream().flatMap(source -> deployment.functions().stream()
                .filter(function -> function.name().equals(source.functionName()))
                .flatMap(function -> way(id(source.queueArn()), function.id(), Purpose.FEED)));
    }

    private Stream<Way> burials() {
        return deployment.queues().stream().flatMap(queue -> queue.redrive().stream()
                .flatMap(redrive -> way(Optional.of(queue.id()), id(redrive.deadLetterArn()), Purpose.BURY)));
    }

    private Stream<Way> fromApis() {
        return deployment.apis().stream().flatMap(api -> Stream.concat(
                trusted("apigateway").flatMap(role -> sends(api.id(), role, Purpose.SEND)),
                api.permissions().stream().flatMap(permission -> parts.stream()
                        .filter(part -> part.kind() == Kind.FUNCTION
                                && permission.function().startsWith(part.arn()))
                        .map(part -> new Way(api.id(), part.id(), Purpose.ASK)))));
    }

    private Stream<Way> fromTimers() {
        return deployment.recurringSchedules().stream().flatMap(timer -> parts.stream()
                .filter(part -> !part.arn().isEmpty() && timer.targetArn().startsWith(part.arn()))
                .map(part -> new Way(timer.id(), part.id(), Purpose.DUE)));
    }

    private Stream<Way> fromSchedules() {
        return deployment.scheduleGroups().stream().flatMap(group -> trusted("scheduler")
                .flatMap(role -> sends(group.id(), role, Purpose.DUE)));
    }

    private Stream<Way> fromFunctions() {
        return deployment.functions().stream().flatMap(function -> deployment.roles().stream()
                .filter(role -> role.arn().equals(function.roleArn())).flatMap(role -> uses(function, role)));
    }

    private Stream<Way> uses(Function function, Role role) {
        Grants grants = Grants.of(role);
        Stream<Way> tables = parts.stream().filter(part -> part.kind() == Kind.TABLE)
                .flatMap(table -> uses(function.id(), table, grants.on("dynamodb", table.arn())));
        Stream<Way> schedules = deployment.scheduleGroups().stream().filter(group -> grants
                .on("scheduler", arn -> arn.contains(":schedule/" + group.name() + "/")).contains("CreateSchedule"))
                .map(group -> new Way(function.id(), group.id(), Purpose.WRITE));
        Stream<Way> mail = Stream.of(new Way(function.id(), Topology.MAIL, Purpose.SEND))
                .filter(_ -> grants.reach("ses"));
        return Stream.of(sends(function.id(), role, Purpose.SEND), tables, schedules, mail).flatMap(ways -> ways);
    }

    private static Stream<Way> uses(String function, Part table, Set<String> actions) {
        boolean writes = actions.stream().anyMatch(WRITES::contains);
        return actions.isEmpty() ? Stream.empty()
                : Stream.of(new Way(function, table.id(), writes ? Purpose.WRITE : Purpose.READ));
    }

    private Stream<Way> fromMail() {
        return deployment.mailRoutes().stream()
                .flatMap(route -> way(Optional.of(Topology.MAIL), id(route.queueArn()), Purpose.REPORT));
    }

    /** The sends that are no burial: a consumer parks messages in the dead-letter queue of its own queue. */
    private Stream<Way> sends(String from, Role role, Purpose purpose) {
        Grants grants = Grants.of(role);
        return parts.stream().filter(part -> part.kind() == Kind.QUEUE)
                .filter(queue -> grants.on("sqs", queue.arn()).contains("SendMessage"))
                .map(queue -> new Way(from, queue.id(), purpose));
    }

    private Stream<Role> trusted(String service) {
        return deployment.roles().stream()
                .filter(role -> role.trustedServices().contains(service + ".amazonaws.com"));
    }

    private Optional<String> id(String arn) {
        return parts.stream().filter(part -> part.arn().equals(arn)).map(Part::id).findFirst();
    }

    private static Stream<Way> way(Optional<String> from, String to, Purpose purpose) {
        return way(from, Optional.of(to), purpose);
    }

    private static Stream<Way> way(Optional<String> from, Optional<String> to, Purpose purpose) {
        return from.isPresent() && to.isPresent() ? Stream.of(new Way(from.get(), to.get(), purpose))
                : Stream.empty();
    }
}

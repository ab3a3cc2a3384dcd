package clinic.appointments.local.page;

import java.util.List;
import java.util.stream.Stream;

import clinic.appointments.local.template.Deployment;

/**
 * A table or queue that calls name.
 *
 * @param id logical id
 * @param name physical name
 */
record CalledResource(String id, String name) {

    static List<CalledResource> of(Deployment deployment) {
        return Stream.concat(deployment.tables().stream().map(table -> new CalledResource(table.id(), table.name())),
                deployment.queues().stream().map(queue -> new CalledResource(queue.id(), queue.name()))).toList();
    }
}

package clinic.appointments.local.stage;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import clinic.appointments.local.api.ApiEndpoint;
import clinic.appointments.local.api.IntegrationFactory;
import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.function.FunctionPool;
import clinic.appointments.local.queue.EventSourcePoller;
import clinic.appointments.local.queue.SourceQueue;
import clinic.appointments.local.schedule.LocalScheduler;
import clinic.appointments.local.schedule.Recurrence;
import clinic.appointments.local.schedule.ScheduleDelivery;
import clinic.appointments.local.template.Api;
import clinic.appointments.local.template.Deployment;
import clinic.appointments.local.template.EventSource;
import clinic.appointments.local.template.Queue;
import clinic.appointments.local.template.ScheduleGroup;

/** Everything that sets functions and queues to work: schedules, event sources, APIs. */
record StageTriggers(LocalScheduler scheduler, Recurrence recurrence, List<EventSourcePoller> pollers,
        List<ApiEndpoint> apis) {

    /** Starts the triggers of one stage; the schedules come first, because the gateway answers for them. */
    static final class Starter {

        private final Deployment deployment;
        private final StageFoundation foundation;
        private final StageFunctions functions;
        private final CloseStack opened;
        private final AwsCalls calls;
        private final ScheduleDelivery delivery;
        private final Map<String, URI> apiAddresses = new ConcurrentHashMap<>();

        Starter(Deployment deployment, StageFoundation foundation, StageFunctions functions, CloseStack opened) {
            this.deployment = deployment;
            this.foundation = foundation;
            this.functions = functions;
            this.opened = opened;
            this.calls = new AwsCalls(foundation.gateway().address(), deployment.region());
            this.delivery = new ScheduleDelivery(calls, foundation::accessKey,
                    deployment.queues().stream().collect(Collectors.toMap(Queue::arn, Queue::url)));
        }

        /** Addresses of the APIs by their ids; each is added when the API has started. */
        Map<String, URI> apiAddresses() {
            return apiAddresses;
        }

        LocalScheduler startScheduler() {
            LocalScheduler scheduler = new LocalScheduler(foundation.clock(), functions.activity(), delivery,
                    "arn:aws:scheduler:%s:%s".formatted(deployment.region(), deployment.account()),
                    deployment.scheduleGroups().stream().map(ScheduleGroup::name).collect(Collectors.toSet()));
            opened.push(scheduler::close);
            return scheduler;
        }

        /** Starts the others, once the gateway is open and the functions are ready. */
        StageTriggers start(LocalScheduler scheduler, int apiPort) {
            List<ApiEndpoint> apis = deployment.apis().stream().map(api -> start(api, apiPort)).toList();
            List<EventSourcePoller> pollers = deployment.eventSources().stream().map(this::start).toList();
            return new StageTriggers(scheduler, startRecurrence(), pollers, apis);
        }

        private Recurrence startRecurrence() {
            Recurrence recurrence = new Recurrence(deployment.recurringSchedules(), foundation.clock(),
                    functions.activity(), delivery);
            opened.push(recurrence::close);
            return recurrence;
        }

        private ApiEndpoint start(Api api, int port) {
            ApiEndpoint endpoint = ApiEndpoint.open(new IntegrationFactory(deployment, api, calls,
                    foundation::accessKey,
                    name -> event -> functions.invoke(functions.ofName(name, "The API"), event)), port);
            opened.push(endpoint::close);
            apiAddresses.put(api.name(), endpoint.address());
            return endpoint;
        }

        private EventSourcePoller start(EventSource source) {
            FunctionPool function = functions.ofName(source.functionName(), "An event source");
            SourceQueue queue = new SourceQueue(queue(source), calls,
                    foundation.accessKey(function.function().roleArn()), foundation.ledger());
            EventSourcePoller poller = new EventSourcePoller(source, queue, function, functions.activity());
            opened.push(poller::close);
            poller.start();
            return poller;
        }

        private Queue queue(EventSource source) {
            return deployment.queues().stream().filter(queue -> queue.arn().equals(source.queueArn())).findFirst()
                    .orElseThrow(() -> new StageException(
                            "An event source names a queue that does not exist: " + source.queueArn() + "."));
        }
    }
}

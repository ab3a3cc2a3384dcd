package clinic.appointments.local.mail;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.template.MailRoute;

/**
 * Sends events about e-mails to the queues that subscribe to their topics. On AWS the policies of topic and queue allow
 * that to SES and SNS; here the operator sends.
 */
public final class MailEventDelivery implements Consumer<SesEvent> {

    private final List<MailRoute> routes;
    private final Map<String, String> queueUrls;
    private final AwsCalls calls;
    private final String accessKey;

    /**
     * @param queueUrls from a queue's ARN to its URL
     * @param accessKey the operator's
     */
    public MailEventDelivery(List<MailRoute> routes, Map<String, String> queueUrls, AwsCalls calls,
            String accessKey) {
        this.routes = List.copyOf(routes);
        this.queueUrls = Map.copyOf(queueUrls);
        this.calls = calls;
        this.accessKey = accessKey;
    }

    /** Publishes an event, if the e-mail's configuration set publishes events of its type. */
    @Override
    public void accept(SesEvent event) {
        routes.stream().filter(route -> route.configurationSet().equals(event.configurationSet()))
                .filter(route -> route.eventTypes().contains(event.type())).map(MailRoute::queueArn)
                .forEach(queue -> send(queue, event));
    }

    private void send(String queueArn, SesEvent event) {
        calls.sqs(accessKey, "SendMessage",
                AwsCalls.body().put("QueueUrl", queueUrls.get(queueArn)).put("MessageBody", event.json()));
    }
}

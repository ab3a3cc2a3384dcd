package clinic.appointments.local.template;

import java.util.Set;

/**
 * The way of the events about e-mails: from a configuration set of SES through a topic of SNS to a queue.
 *
 * @param eventTypes kinds of events that are published, such as {@code bounce}
 */
public record MailRoute(String configurationSet, Set<String> eventTypes, String queueArn) {
}

package clinic.appointments.infrastructure.messaging;

import java.time.Duration;

import software.amazon.awscdk.services.sns.ITopic;

/**
 * Properties of a {@link SenderIdentity}.
 *
 * @param address such as {@code reminders@clinic.example}
 * @param usefulFor how long an e-mail may take to arrive
 * @param events receives the events of SES about its e-mails
 */
public record SenderIdentityProps(String address, Duration usefulFor, ITopic events) {

    public SenderIdentityProps {
        if (address.indexOf('@') < 1 || address.endsWith("@")) {
            throw new IllegalArgumentException("address must be an e-mail address");
        }
    }
}

package clinic.appointments.infrastructure.messaging;

import java.time.Duration;

/**
 * Properties of a {@link SenderIdentity}.
 *
 * @param address such as {@code reminders@clinic.example}
 * @param usefulFor how long an e-mail may take to arrive
 */
public record SenderIdentityProps(String address, Duration usefulFor) {

    public SenderIdentityProps {
        if (address.indexOf('@') < 1 || address.endsWith("@")) {
            throw new IllegalArgumentException("address must be an e-mail address");
        }
    }
}

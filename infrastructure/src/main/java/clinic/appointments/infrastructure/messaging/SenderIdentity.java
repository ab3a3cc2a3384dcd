package clinic.appointments.infrastructure.messaging;

import java.util.List;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.infrastructure.compute.ServiceFunction;

/**
 * The address that e-mail comes from; the identity verified in SES is its domain.
 *
 * @param address
 *            such as {@code reminders@clinic.example}
 */
public record SenderIdentity(String address) {

    public SenderIdentity {
        if (address.indexOf('@') < 1 || address.endsWith("@")) {
            throw new IllegalArgumentException("address must be an e-mail address");
        }
    }

    /** Lets a function send as this address, and nothing else. */
    public void sendsFor(ServiceFunction function) {
        function.reads(EnvironmentKey.REMINDER_SENDER, address);
        function.may(List.of("ses:SendEmail"), function.arnOf("ses", "identity", domain()));
    }

    private String domain() {
        return address.substring(address.indexOf('@') + 1);
    }
}

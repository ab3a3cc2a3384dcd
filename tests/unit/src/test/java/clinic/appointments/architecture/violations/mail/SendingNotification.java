package clinic.appointments.architecture.violations.mail;

import software.amazon.awssdk.services.sesv2.SesV2Client;

/** A letter that sends itself. */
public interface SendingNotification {

    void sendBy(SesV2Client client);
}

package clinic.appointments.local.mail;

import java.util.Locale;
import java.util.Optional;

/**
 * The addresses at which SES itself answers, with or without a label such as {@code bounce+label} (SES: "Using the
 * mailbox simulator manually"). Nothing else bounces on this machine.
 */
final class MailboxSimulator {

    private static final String DOMAIN = "@simulator.amazonses.com";

    private MailboxSimulator() {
    }

    /** The event that follows an e-mail; empty if it is delivered. */
    static Optional<SesEvent> answer(Mail mail) {
        return mail.to().stream().map(address -> address.toLowerCase(Locale.ROOT))
                .filter(address -> address.endsWith(DOMAIN)).map(address -> answer(mail, box(address)))
                .flatMap(Optional::stream).findFirst();
    }

    private static Optional<SesEvent> answer(Mail mail, String box) {
        return switch (box) {
            case "bounce" -> Optional.of(SesEvent.bounce(mail, "Permanent", "General"));
            case "suppressionlist" -> Optional.of(SesEvent.bounce(mail, "Permanent", "Suppressed"));
            case "complaint" -> Optional.of(SesEvent.complaint(mail, "abuse"));
            case String _ -> Optional.empty();
        };
    }

    private static String box(String address) {
        return address.substring(0, address.length() - DOMAIN.length()).replaceFirst("\\+.*", "");
    }
}

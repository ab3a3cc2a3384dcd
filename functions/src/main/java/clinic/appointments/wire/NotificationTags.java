package clinic.appointments.wire;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import clinic.appointments.message.MailEvent.Recipient;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.PatientId;

/**
 * The tags of an e-mail: ids only, by which an event about it finds its patient. The form of an id is also that of a
 * tag's value (SES API v2: "MessageTag"), so that
 * only a correlation id has to be encoded. The version of the patient stands for the
 * address, which must not leave the patient.
 */
public final class NotificationTags {

    private static final String PATIENT = "patient";
    private static final String REGISTRATION = "registration";
    private static final String APPOINTMENT = "appointment";
    private static final String CORRELATION = "correlation";
    private static final Predicate<String> VERSION = Pattern.compile("[1-9][0-9]{0,17}").asMatchPredicate();

    private NotificationTags() {
    }

    /** The tags by name, in order. */
    public static SortedMap<String, String> write(Recipient recipient) {
        SortedMap<String, String> tags = new TreeMap<>(Map.of(PATIENT, recipient.patient().value(), REGISTRATION,
                Long.toString(recipient.registration()), APPOINTMENT, recipient.appointment().value()));
        recipient.correlationId().flatMap(CorrelationTag::write).ifPresent(tag -> tags.put(CORRELATION, tag));
        return tags;
    }

    /** The recipient; empty when the e-mail was not sent by this service. */
    static Optional<Recipient> read(Fields tags) {
        try {
            return Optional.of(new Recipient(new PatientId(value(tags, PATIENT)),
                    Long.parseLong(value(tags, REGISTRATION)), new AppointmentId(value(tags, APPOINTMENT)),
                    CorrelationTag.read(value(tags, CORRELATION))))
                    .filter(_ -> VERSION.test(value(tags, REGISTRATION)));
        } catch (InvalidValueException | MalformedMessageException | NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    /** SES sends a list for each tag; ours have one value. */
    private static String value(Fields tags, String name) {
        return tags.texts(name).stream().findFirst().orElse("");
    }
}

package clinic.appointments.aws;

import java.time.Duration;
import java.util.Optional;

import clinic.appointments.model.Buffer;
import clinic.appointments.model.VisitTerms;
import clinic.appointments.model.VisitTypeId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A visit as a map within an appointment's item. Its duration is left out: the appointment is as long as was agreed on.
 */
final class VisitItem {

    /** Attribute of an appointment's item. */
    static final String NAME = "visit";
    private static final String TYPE = "id";
    private static final String VERSION = "v";
    private static final String BUFFER = "buf";
    private static final String NOTICE = "not";

    private VisitItem() {
    }

    static AttributeValue of(VisitTerms visit) {
        Attributes map = Attributes.empty().text(TYPE, visit.type().value()).number(VERSION, visit.version())
                .number(NOTICE, Optional.of(visit.minimumNotice()).filter(Duration::isPositive)
                        .map(Duration::toMinutes));
        if (!visit.buffer().equals(Buffer.NONE)) {
            map.set(BUFFER, BufferItem.of(visit.buffer()));
        }
        return map.asMap();
    }

    /**
     * @param duration length of the appointment
     */
    static VisitTerms read(AttributeValue stored, Duration duration) {
        Attributes map = Attributes.of(stored.m());
        return new VisitTerms(new VisitTypeId(map.text(TYPE)), map.number(VERSION), duration,
                map.value(BUFFER).map(BufferItem::read).orElse(Buffer.NONE),
                map.optionalNumber(NOTICE).map(Duration::ofMinutes).orElse(Duration.ZERO));
    }
}

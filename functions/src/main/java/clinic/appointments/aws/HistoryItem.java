package clinic.appointments.aws;

import java.util.Optional;

import clinic.appointments.model.AppointmentAction;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.HistoryEntry;
import clinic.appointments.model.RequestId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A history entry as a map within an appointment's item; names are short because they repeat with every change. */
final class HistoryItem {

    private static final String VERSION = "v";
    private static final String AT = "at";
    private static final String ACTOR = "by";
    private static final String ACTION = "do";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String REQUEST = "req";
    private static final String BODY_HASH = "hash";

    private HistoryItem() {
    }

    static AttributeValue of(HistoryEntry entry) {
        return Attributes.empty().number(VERSION, entry.version()).text(AT, entry.at().toString())
                .text(ACTOR, entry.actor()).text(ACTION, entry.action().name())
                .text(FROM, entry.from().map(Enum::name)).text(TO, entry.to().name())
                .text(REQUEST, entry.requestId().value()).text(BODY_HASH, entry.bodyHash()).asMap();
    }

    static HistoryEntry read(AttributeValue stored) {
        Attributes map = Attributes.of(stored.m());
        Optional<AppointmentStatus> from = map.optionalText(FROM).map(AppointmentStatus::valueOf);
        return new HistoryEntry(map.number(VERSION), map.instant(AT), map.text(ACTOR),
                AppointmentAction.valueOf(map.text(ACTION)), from, AppointmentStatus.valueOf(map.text(TO)),
                new RequestId(map.text(REQUEST)), map.optionalText(BODY_HASH));
    }
}

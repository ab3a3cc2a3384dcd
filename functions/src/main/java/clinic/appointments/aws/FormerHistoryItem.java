package clinic.appointments.aws;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import clinic.appointments.model.AppointmentAction;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.ClientId;
import clinic.appointments.model.HistoryEntry;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.Relocation;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.StaffOverride;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A history entry in the form of before {@link HistoryItem}, which is read only. */
final class FormerHistoryItem {

    /** Attribute of an appointment's item with the list of entries. */
    static final String NAME = "history";
    private static final String VERSION = "v";
    private static final String AT = "at";
    private static final String ACTOR = "by";
    private static final String ACTION = "do";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String REQUEST = "req";
    /** Plain hash of a body, in entries from before there was a secret; the next write removes it. */
    static final String BODY_HASH = "hash";
    private static final String SIGNED_BY = "sig";
    private static final String SENT_AT = "sent";
    private static final String BEFORE = "old";
    private static final String AFTER = "new";
    private static final String REASON = "why";
    private static final String OVERRIDDEN_BY = "ovrBy";
    private static final String OVERRIDDEN_WHY = "ovrWhy";

    private FormerHistoryItem() {
    }

    static HistoryEntry read(AttributeValue stored) {
        Attributes map = Attributes.of(stored.m());
        Provenance provenance = new Provenance(RequestId.ofWritten(map.text(REQUEST)), sentAt(map), map.text(ACTOR),
                override(map),
                map.instant(AT), map.optionalText(SIGNED_BY).flatMap(ClientId::find));
        return new HistoryEntry(map.number(VERSION), provenance, AppointmentAction.valueOf(map.text(ACTION)),
                map.optionalText(FROM).map(AppointmentStatus::valueOf), AppointmentStatus.valueOf(map.text(TO)),
                map.optionalText(REASON).map(ReasonCode::new), relocation(map));
    }

    /** Positions of the entries that still have a plain hash of a body. */
    static List<Integer> hashed(List<AttributeValue> history) {
        return IntStream.range(0, history.size())
                .filter(place -> history.get(place).m().containsKey(BODY_HASH)).boxed().toList();
    }

    private static Optional<Instant> sentAt(Attributes map) {
        return map.optionalNumber(SENT_AT).map(Instant::ofEpochMilli)
                .or(() -> map.optionalText(BODY_HASH).map(_ -> map.instant(AT)));
    }

    private static Optional<Relocation> relocation(Attributes map) {
        return map.list(BEFORE).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Relocation(FormerPlaceItem.read(map.list(BEFORE)), FormerPlaceItem.read(map.list(AFTER))));
    }

    private static Optional<StaffOverride> override(Attributes map) {
        return map.optionalText(OVERRIDDEN_BY)
                .map(actor -> new StaffOverride(actor, new ReasonCode(map.text(OVERRIDDEN_WHY))));
    }
}

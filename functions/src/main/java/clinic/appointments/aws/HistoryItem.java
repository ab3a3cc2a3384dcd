package clinic.appointments.aws;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import clinic.appointments.model.AppointmentAction;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.ClientId;
import clinic.appointments.model.HistoryEntry;
import clinic.appointments.model.Initiator;
import clinic.appointments.model.PoolId;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.Relocation;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.StaffOverride;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A history entry as a map within an appointment's item. What follows from the entry before it is left out.
 *
 * @param before the entry before it; empty for the first
 */
record HistoryItem(Optional<HistoryEntry> before) {

    /** Attribute of an appointment's item with the list of entries. */
    static final String NAME = "log";
    static final String OLD = "old";
    static final String NEW = "new";
    private static final String VERSION = "v";
    private static final String AT = "t";
    private static final String ACTOR = "by";
    private static final String ACTION = "do";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String REQUEST = "req";
    private static final String CLIENT = "cl";
    private static final String SIGNED_BY = "sig";
    private static final String CORRELATION = "cor";
    private static final String SENT_BEFORE = "ago";
    private static final String REASON = "why";
    private static final String POOLS = "pool";
    private static final String INITIATED_BY = "for";
    private static final String OVERRIDDEN_BY = "ovrBy";
    private static final String OVERRIDDEN_WHY = "ovrWhy";
    /** In place of a status that there is none of. */
    private static final String NONE = "-";
    /** In place of the client of the request itself; a client is a text. */
    private static final AttributeValue SAME = Attributes.numberOf(1);
    private static final Codes<AppointmentAction> ACTIONS = Codes.of(AppointmentAction.values(), HistoryItem::code);
    private static final Codes<Initiator> INITIATORS = Codes.of(Initiator.values(), HistoryItem::code);

    Attributes of(HistoryEntry entry) {
        Provenance provenance = entry.provenance();
        Attributes map = Attributes.empty().time(AT, provenance.at()).text(ACTION, code(entry.action()))
                .number(VERSION, Optional.of(entry.version()).filter(version -> version != nextVersion()))
                .text(ACTOR, Optional.of(provenance.actor()).filter(actor -> !actor.equals(Provenance.CLIENT)))
                .text(FROM, Optional.of(entry.from()).filter(from -> !from.equals(statusBefore()))
                        .map(from -> from.map(Enum::name).orElse(NONE)))
                .text(TO, Optional.of(entry.to()).filter(to -> to != statusAfter(entry.action())).map(Enum::name))
                .number(SENT_BEFORE, provenance.sentAt()
                        .map(sent -> provenance.at().toEpochMilli() - sent.toEpochMilli()))
                .text(REASON, entry.reason().map(ReasonCode::value)).map(POOLS, pools(entry), Attributes::textOf)
                .text(INITIATED_BY, provenance.initiatedBy().map(HistoryItem::code))
                .text(OVERRIDDEN_BY, provenance.override().map(StaffOverride::actor))
                .text(OVERRIDDEN_WHY, provenance.override().map(StaffOverride::reason).map(ReasonCode::value));
        request(provenance.requestId(), map);
        provenance.signedBy().ifPresent(client -> map.set(SIGNED_BY,
                client.equals(provenance.requestId().client()) ? SAME : Attributes.textOf(client.value())));
        return map;
    }

    /** Writes the client's correlation id, unless it is that of the entry before. */
    void correlate(HistoryEntry entry, Attributes map) {
        Provenance provenance = entry.provenance();
        if (!correlationBefore(provenance.requestId()).equals(provenance.correlationId())) {
            map.set(CORRELATION, IdBytes.value(provenance.correlation()));
        }
    }

    /** That of the same request; another request has none. */
    private Optional<String> correlationBefore(RequestId request) {
        return before.map(HistoryEntry::provenance).filter(earlier -> earlier.requestId().equals(request))
                .flatMap(Provenance::correlationId);
    }

    HistoryEntry read(Attributes map, Optional<Relocation> relocation) {
        AppointmentAction action = ACTIONS.read(map.text(ACTION));
        RequestId request = request(map);
        Instant at = map.time(AT);
        Provenance provenance = new Provenance(request, map.optionalNumber(SENT_BEFORE)
                .map(ago -> Instant.ofEpochMilli(at.toEpochMilli() - ago)),
                map.optionalText(ACTOR).orElse(Provenance.CLIENT), override(map), at, signedBy(map, request),
                correlationBefore(request), map.optionalText(INITIATED_BY).map(INITIATORS::read));
        Provenance correlated = map.value(CORRELATION).map(IdBytes::read).map(provenance::correlatedBy)
                .orElse(provenance);
        return new HistoryEntry(map.optionalNumber(VERSION).orElseGet(this::nextVersion), correlated, action,
                from(map), map.optionalText(TO).map(AppointmentStatus::valueOf).orElseGet(() -> statusAfter(action)),
                map.optionalText(REASON).map(ReasonCode::new), relocation, pools(map));
    }

    private static Map<String, String> pools(HistoryEntry entry) {
        return entry.pools().entrySet().stream()
                .collect(Collectors.toMap(taken -> taken.getKey().toString(), taken -> taken.getValue().value()));
    }

    private static Map<ResourceId, PoolId> pools(Attributes map) {
        return map.map(POOLS).entrySet().stream().collect(
                Collectors.toMap(taken -> ResourceId.of(taken.getKey()), taken -> new PoolId(taken.getValue().s())));
    }

    /** Writes the request's id unless it is that of the entry before, and its client likewise. */
    private void request(RequestId request, Attributes map) {
        if (!before.map(entry -> entry.provenance().requestId()).equals(Optional.of(request))) {
            map.set(REQUEST, IdBytes.value(request.value()));
        }
        if (!request.client().equals(clientBefore())) {
            map.text(CLIENT, request.client().value());
        }
    }

    private RequestId request(Attributes map) {
        return map.value(REQUEST).map(IdBytes::read)
                .map(id -> new RequestId(id,
                        map.optionalText(CLIENT).map(ClientId::new).orElseGet(this::clientBefore)))
                .orElseGet(() -> before.orElseThrow().provenance().requestId());
    }

    private ClientId clientBefore() {
        return before.map(entry -> entry.provenance().requestId().client()).orElse(ClientId.OF_REQUEST_QUEUE);
    }

    private static Optional<ClientId> signedBy(Attributes map, RequestId request) {
        return map.has(SIGNED_BY)
                ? Optional.of(map.optionalText(SIGNED_BY).map(ClientId::new).orElse(request.client()))
                : Optional.empty();
    }

    private long nextVersion() {
        return before.map(HistoryEntry::version).orElse(0L) + 1;
    }

    private Optional<AppointmentStatus> from(Attributes map) {
        return map.optionalText(FROM)
                .map(from -> Optional.of(from).filter(text -> !text.equals(NONE)).map(AppointmentStatus::valueOf))
                .orElseGet(this::statusBefore);
    }

    private Optional<AppointmentStatus> statusBefore() {
        return before.map(HistoryEntry::to);
    }

    private AppointmentStatus statusAfter(AppointmentAction action) {
        return switch (action) {
            case BOOK -> AppointmentStatus.REQUESTED;
            case CONFIRM -> AppointmentStatus.CONFIRMED;
            case COMPLETE -> AppointmentStatus.COMPLETED;
            case CANCEL -> AppointmentStatus.CANCELLED;
            case RESCHEDULE -> statusBefore().orElse(AppointmentStatus.REQUESTED);
        };
    }

    private static Optional<StaffOverride> override(Attributes map) {
        return map.optionalText(OVERRIDDEN_BY)
                .map(actor -> new StaffOverride(actor, new ReasonCode(map.text(OVERRIDDEN_WHY))));
    }

    private static String code(Initiator initiator) {
        return switch (initiator) {
            case PATIENT -> "pat";
            case PRACTITIONER -> "prac";
            case ORGANIZATION -> "org";
        };
    }

    private static String code(AppointmentAction action) {
        return switch (action) {
            case BOOK -> "book";
            case RESCHEDULE -> "move";
            case CONFIRM -> "conf";
            case COMPLETE -> "done";
            case CANCEL -> "off";
        };
    }
}

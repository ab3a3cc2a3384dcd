package clinic.appointments.wire;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Correlation;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.ClientId;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads clients' messages. */
public final class RequestCodec<C extends AppointmentCommand> {

    private final CommandReader<C> commands;
    private final ClientId queue;
    private final Optional<ApiSender> api;
    private final SmokeIdGuard smokeIds;

    private RequestCodec(CommandReader<C> commands, ClientId queue, Optional<ApiSender> api, SmokeIdGuard smokeIds) {
        this.commands = commands;
        this.queue = queue;
        this.api = api;
        this.smokeIds = smokeIds;
    }

    private RequestCodec(CommandReader<C> commands, ClientId queue) {
        this(commands, queue, Optional.empty(), new SmokeIdGuard(Optional.empty()));
    }

    /** The same codec, which believes this sender when it names the signer of a request. */
    public RequestCodec<C> believing(ApiSender sender) {
        return new RequestCodec<>(commands, queue, Optional.of(sender), smokeIds);
    }

    /** The same codec, which refuses smoke ids to everybody but this client; to all, if there is none. */
    public RequestCodec<C> reservingSmokeIdsFor(Optional<ClientId> smokeTest) {
        return new RequestCodec<>(commands, queue, api, new SmokeIdGuard(smokeTest));
    }

    /**
     * Reads the messages of the request queue.
     *
     * @param defaultZone zone of a booking that names none
     * @param clock clock that decides which dates of birth lie in the future
     */
    public static RequestCodec<AppointmentCommand.RequestCommand> ofRequestQueue(ZoneId defaultZone,
            InstantSource clock) {
        return new RequestCodec<>(new RequestCommandReader(defaultZone, clock), ClientId.OF_REQUEST_QUEUE);
    }

    /** Reads the messages of the confirmation queue. */
    public static RequestCodec<AppointmentCommand.ConfirmationCommand> ofConfirmationQueue() {
        return new RequestCodec<>(new ConfirmationCommandReader(), ClientId.OF_CONFIRMATION_QUEUE);
    }

    /** Reads the messages of the management queue. */
    public static RequestCodec<AppointmentCommand.ManagementCommand> ofManagementQueue() {
        return new RequestCodec<>(new ManagementCommandReader(), ClientId.OF_MANAGEMENT_QUEUE);
    }

    /**
     * Reads a message; an unreadable message is a value, too.
     *
     * @param traceId id of the present trace
     * @throws NewerSchemaException when it is from a later version of this service
     */
    public AppointmentRequest<C> decode(IncomingMessage message, Optional<String> traceId) {
        return smokeIds.guarded(read(message, traceId).signedBy(api.flatMap(sender -> sender.signerOf(message))));
    }

    private AppointmentRequest<C> read(IncomingMessage message, Optional<String> traceId) {
        try {
            return readable(message, Json.read(message.body()), traceId);
        } catch (MalformedMessageException malformed) {
            return unreadable(message, malformed, traceId);
        }
    }

    private AppointmentRequest<C> readable(IncomingMessage message, ObjectNode body, Optional<String> traceId) {
        MessageIds ids = MessageIds.of(message, body);
        RequestId requestId = requestId(message, ids);
        return new AppointmentRequest<>(requestId, Json.canonical(body), message.sentAt(),
                new Correlation(ids.correlation(), traceId), content(new Fields(body), requestId));
    }

    private AppointmentRequest<C> unreadable(IncomingMessage message, MalformedMessageException malformed,
            Optional<String> traceId) {
        MessageIds ids = MessageIds.of(message, Json.object());
        return new AppointmentRequest<>(requestId(message, ids), message.body(), message.sentAt(),
                new Correlation(ids.correlation(), traceId),
                new AppointmentRequest.Malformed<>(Objects.requireNonNull(malformed.getMessage())));
    }

    private AppointmentRequest.Content<C> content(Fields fields, RequestId requestId) {
        try {
            Schema.check(fields);
            fields.optionalParsed(IncomingMessage.REQUEST_ID, RequestId::new, "must be an id");
            return new AppointmentRequest.Command<>(commands.read(fields, requestId), RequesterFields.read(fields));
        } catch (MalformedMessageException malformed) {
            return new AppointmentRequest.Malformed<>(Objects.requireNonNull(malformed.getMessage()));
        } catch (InvalidValueException invalid) {
            return new AppointmentRequest.Invalid<>(RejectionReason.invalid(invalid.field()));
        }
    }

    private RequestId requestId(IncomingMessage message, MessageIds ids) {
        return new RequestId(ids.request(),
                message.attribute(IncomingMessage.CLIENT).flatMap(ClientId::find).orElse(queue));
    }
}

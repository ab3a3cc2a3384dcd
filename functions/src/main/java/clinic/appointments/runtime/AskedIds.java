package clinic.appointments.runtime;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import clinic.appointments.contract.LogKey;
import clinic.appointments.model.ClientId;
import clinic.appointments.model.IdFormat;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.RequestIdentity;

/** What a query asks for and who asks: ids only, because a text without the form of an id might be anything. */
final class AskedIds {

    private static final Map<String, LogKey> PATH = Map.of("appointmentId", LogKey.APPOINTMENT_ID, "patientId",
            LogKey.PATIENT_ID, "requestId", LogKey.REQUEST_ID, "resourceId", LogKey.RESOURCE_ID, "blockId",
            LogKey.BLOCK_ID, "visitTypeId", LogKey.VISIT_TYPE_ID);
    private static final Pattern ID = Pattern.compile("(?:" + IdFormat.PATTERN + ":)?" + IdFormat.PATTERN);

    private AskedIds() {
    }

    static Map<LogKey, String> of(APIGatewayProxyRequestEvent event) {
        Map<LogKey, String> ids = new EnumMap<>(LogKey.class);
        Optional.ofNullable(event.getPathParameters()).orElse(Map.of()).forEach((name, value) -> {
            if (PATH.containsKey(name) && ID.matcher(value).matches()) {
                ids.put(PATH.get(name), value);
            }
        });
        Optional.ofNullable(event.getRequestContext()).map(ProxyRequestContext::getIdentity)
                .map(RequestIdentity::getUserArn).flatMap(ClientId::ofArn)
                .ifPresent(client -> ids.put(LogKey.CLIENT, client.value()));
        return ids;
    }
}

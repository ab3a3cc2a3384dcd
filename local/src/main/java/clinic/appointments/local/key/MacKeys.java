package clinic.appointments.local.key;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import clinic.appointments.local.gateway.LocalService;
import clinic.appointments.local.gateway.ServiceResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * GenerateMac of KMS (AWS KMS API Reference: "GenerateMac") with HMAC_256 keys. Each run generates its own keys;
 * nothing that outlives a run needs them again.
 */
public final class MacKeys implements LocalService {

    private static final String ALGORITHM = "HMAC_SHA_256";
    private static final String JAVA_ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int MAX_MESSAGE_BYTES = 4096;

    private final Map<String, SecretKeySpec> keys;

    /** @param arns ARNs of the keys to generate */
    public MacKeys(Collection<String> arns) {
        SecureRandom random = new SecureRandom();
        keys = arns.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), _ -> key(random)));
    }

    @Override
    public ServiceResponse handle(String action, JsonNode body, String path) {
        if (!action.equals("GenerateMac")) {
            return refuse("UnsupportedOperationException", "Unsupported operation " + action + ".");
        }
        SecretKeySpec key = keys.get(body.path("KeyId").asText());
        if (key == null) {
            return refuse("NotFoundException", "There is no such HMAC key.");
        }
        if (!body.path("MacAlgorithm").asText().equals(ALGORITHM)) {
            return refuse("InvalidKeyUsageException", "A key of HMAC_256 computes " + ALGORITHM + " only.");
        }
        byte[] message = Base64.getDecoder().decode(body.path("Message").asText());
        return message.length == 0 || message.length > MAX_MESSAGE_BYTES
                ? refuse("ValidationException", "Message must have 1 to " + MAX_MESSAGE_BYTES + " bytes.")
                : answer(body.path("KeyId").asText(), mac(key, message));
    }

    private static ServiceResponse answer(String arn, byte[] mac) {
        return new ServiceResponse(200,
                JsonNodeFactory.instance.objectNode().put("KeyId", arn).put("MacAlgorithm", ALGORITHM)
                        .put("Mac", Base64.getEncoder().encodeToString(mac)).toString());
    }

    private static ServiceResponse refuse(String type, String message) {
        return new ServiceResponse(400,
                JsonNodeFactory.instance.objectNode().put("__type", type).put("message", message).toString());
    }

    private static SecretKeySpec key(SecureRandom random) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return new SecretKeySpec(bytes, JAVA_ALGORITHM);
    }

    private static byte[] mac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(JAVA_ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + JAVA_ALGORITHM, impossible);
        }
    }
}

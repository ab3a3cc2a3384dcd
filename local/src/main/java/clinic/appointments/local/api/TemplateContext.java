package clinic.appointments.local.api;

import java.util.HashMap;
import java.util.Map;

/**
 * {@code $context} of the mapping templates of one request; overrides of the request template reach the response
 * template.
 */
public final class TemplateContext {

    private final ApiRequest request;
    private final Map<String, Map<String, Object>> requestOverride = Map.of("path", new HashMap<>());
    private final ResponseOverride responseOverride = new ResponseOverride();

    /**
     * The overrides that a response template sets (API Gateway: "Override your API's request and response parameters").
     */
    public static final class ResponseOverride {

        private final Map<String, Object> header = new HashMap<>();
        private int status;

        public Map<String, Object> getHeader() {
            return header;
        }

        public int getStatus() {
            return status;
        }

        public void setStatus(int status) {
            this.status = status;
        }
    }

    /** The signer of the request; nothing else about a caller is known here. */
    public static final class CallerIdentity {

        private final String userArn;

        private CallerIdentity(String userArn) {
            this.userArn = userArn;
        }

        public String getUserArn() {
            return userArn;
        }
    }

    TemplateContext(ApiRequest request) {
        this.request = request;
    }

    public String getRequestId() {
        return request.id();
    }

    public CallerIdentity getIdentity() {
        return new CallerIdentity(request.callerArn());
    }

    public String getPath() {
        return request.path();
    }

    public Map<String, Map<String, Object>> getRequestOverride() {
        return requestOverride;
    }

    public ResponseOverride getResponseOverride() {
        return responseOverride;
    }
}

package clinic.appointments.local.api;

import java.util.HashMap;
import java.util.Map;

/** {@code $context} of the mapping templates of one request; the overrides live from the one to the other. */
public final class TemplateContext {

    private final ApiRequest request;
    private final Map<String, Map<String, Object>> requestOverride = Map.of("path", new HashMap<>());
    private final ResponseOverride responseOverride = new ResponseOverride();

    /** What a template of a response replaces (API Gateway: "Override your API's request and response parameters"). */
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

    /** Who has signed the request; nothing else is known of a caller here. */
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

package clinic.appointments.local.api;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * {@code $input} of a mapping template (API Gateway: "Variables for data transformations"); JSON paths may only be
 * chains of names.
 */
public final class TemplateInput {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String text;
    private final JsonNode body;
    private final Parameters parameters;

    /** The parameters of a request, by location. */
    public record Parameters(Map<String, String> path, Map<String, String> querystring, Map<String, String> header) {

        public Map<String, String> getPath() {
            return path;
        }

        public Map<String, String> getHeader() {
            return header;
        }
    }

    TemplateInput(String body, Parameters parameters) {
        this.text = body;
        this.body = parse(body);
        this.parameters = parameters;
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body.isBlank() ? "{}" : body);
        } catch (JsonProcessingException e) {
            throw new ApiException("A body that is not JSON reached a mapping template.", e);
        }
    }

    /** The body as received. */
    public String getBody() {
        return text;
    }

    public Parameters params() {
        return parameters;
    }

    /** A parameter of the path, the query string or the headers, in this order; empty when there is none. */
    public String params(String name) {
        return parameters.path().getOrDefault(name,
                parameters.querystring().getOrDefault(name, parameters.header().getOrDefault(name, "")));
    }

    /** The part of the body as JSON. */
    public String json(String path) {
        return at(path).toString();
    }

    /** The part of the body as a string, list or map; null when it is absent. */
    public Object path(String path) {
        return JSON.convertValue(at(path), Object.class);
    }

    private JsonNode at(String path) {
        if (!path.matches("\\$(\\.\\w+)*")) {
            throw new ApiException("The JSON path " + path + " is not supported.");
        }
        return body.at(path.substring(1).replace('.', '/'));
    }
}

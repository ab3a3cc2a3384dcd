package clinic.appointments.local.api;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * {@code $input} of a mapping template (API Gateway: "Variables for data transformations"); of JSON paths it knows
 * names one after another.
 */
public final class TemplateInput {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String text;
    private final JsonNode body;
    private final Parameters parameters;

    /** All parameters, by where they are. */
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

    /** The body as it came. */
    public String getBody() {
        return text;
    }

    public Parameters params() {
        return parameters;
    }

    /** The parameter of the path, the query string or a header, looked for in this order; empty when there is none. */
    public String params(String name) {
        return parameters.path().getOrDefault(name,
                parameters.querystring().getOrDefault(name, parameters.header().getOrDefault(name, "")));
    }

    /** The part of the body as JSON. */
    public String json(String path) {
        return at(path).toString();
    }

    /** The part of the body as a text, a list and so on; null when it is not there. */
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

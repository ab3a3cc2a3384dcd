package clinic.appointments.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Events and responses of Lambda as JSON. They come from AWS, so that no limits of our own apply, and new fields are
 * ignored. The events library writes some names in another case than AWS.
 */
final class EventJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(JsonInclude.Value.ALL_NON_NULL).build();

    private EventJson() {
    }

    static <T> T read(InputStream event, Class<T> type) throws IOException {
        return MAPPER.readValue(event, type);
    }

    static void write(Object response, OutputStream out) throws IOException {
        MAPPER.writeValue(out, response);
    }
}

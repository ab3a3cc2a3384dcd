package clinic.appointments.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

import static org.assertj.core.api.Assertions.assertThat;

/** What the appender of a function writes to its log, in the real layout, until it is closed. */
public final class WrittenLines extends AbstractAppender implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> written = new CopyOnWriteArrayList<>();

    private WrittenLines() {
        super("lines", null, LoggerContext.getContext(false).getConfiguration().getAppender("stdout").getLayout(),
                false, Property.EMPTY_ARRAY);
    }

    public static WrittenLines listen() {
        WrittenLines lines = new WrittenLines();
        lines.start();
        logger().addAppender(lines);
        return lines;
    }

    private static Logger logger() {
        return (Logger) LogManager.getLogger("clinic.appointments");
    }

    @Override
    public void append(LogEvent event) {
        written.add(new String(getLayout().toByteArray(event), StandardCharsets.UTF_8));
    }

    public List<JsonNode> all() {
        return written.stream().map(WrittenLines::read).toList();
    }

    public JsonNode only() {
        assertThat(written).hasSize(1);
        return read(written.getFirst());
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    @Override
    public void close() {
        logger().removeAppender(this);
    }
}

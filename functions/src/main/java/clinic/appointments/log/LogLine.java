package clinic.appointments.log;

import java.util.ArrayList;
import java.util.List;

import clinic.appointments.contract.LogEvent;
import clinic.appointments.contract.LogKey;
import clinic.appointments.model.IdFormat;
import clinic.appointments.wire.ExceptionSummary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.logging.argument.StructuredArguments;

/** A log line: one event and the values that it has beside those of its message. */
public final class LogLine {

    private static final Logger LOG = LoggerFactory.getLogger(LogLine.class);

    private final LogEvent event;
    private final List<Object> values = new ArrayList<>();

    private LogLine(LogEvent event) {
        this.event = event;
    }

    public static LogLine of(LogEvent event) {
        return new LogLine(event);
    }

    /** The same line with one more value. */
    public LogLine with(LogKey key, Object value) {
        values.add(StructuredArguments.entry(key.id(), value));
        return this;
    }

    /** The same line with an id; unchanged when the text has another form, and so might be anything. */
    public LogLine withId(LogKey key, String id) {
        return IdFormat.isWellFormed(id) ? with(key, id) : this;
    }

    /** The same line with the types and our own frames of an exception, but without what it quotes. */
    public LogLine with(Throwable thrown) {
        return with(LogKey.FAILURE, ExceptionSummary.fields(thrown));
    }

    public void write() {
        Object[] arguments = values.toArray();
        switch (event.level()) {
            case DEBUG -> LOG.debug(event.text(), arguments);
            case INFO -> LOG.info(event.text(), arguments);
            case WARN -> LOG.warn(event.text(), arguments);
            case ERROR -> LOG.error(event.text(), arguments);
        }
    }
}

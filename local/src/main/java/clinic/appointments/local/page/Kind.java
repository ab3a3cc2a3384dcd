package clinic.appointments.local.page;

import java.util.Locale;

/** The kind of a part of the map. */
public enum Kind {

    API("HTTP API", 0),
    TIMER("recurring schedule", 0),
    QUEUE("queue", 1),
    DEAD_LETTERS("dead-letter queue", 1),
    FUNCTION("function", 2),
    TABLE("table", 3),
    SCHEDULES("schedules", 3),
    MAIL("e-mails", 3);

    private final String text;
    private final int column;

    Kind(String text, int column) {
        this.text = text;
        this.column = column;
    }

    /** The kind in words. */
    public String text() {
        return text;
    }

    /** Name of the style. */
    public String style() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int column() {
        return column;
    }
}

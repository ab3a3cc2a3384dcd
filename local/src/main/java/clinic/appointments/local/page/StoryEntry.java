package clinic.appointments.local.page;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of a story.
 *
 * @param at time of the local clock
 * @param kind what it is, such as {@code message} or {@code log}
 * @param title one line
 * @param detail the data behind it, or empty
 * @param style name of the style of its title, or empty
 * @param link address of the view that shows more
 */
public record StoryEntry(Instant at, String kind, String title, String detail, String style, Optional<String> link) {

    /** A name that stays the same when the view is shown again. */
    public String key() {
        return "e%s-%08x".formatted(at.toEpochMilli(), (kind + title + detail).hashCode());
    }

    static StoryEntry of(Instant at, String kind, String title, String detail) {
        return new StoryEntry(at, kind, title, detail, "", Optional.empty());
    }

    StoryEntry styled(String name) {
        return new StoryEntry(at, kind, title, detail, name, link);
    }

    StoryEntry linked(String address) {
        return new StoryEntry(at, kind, title, detail, style, Optional.of(address));
    }
}

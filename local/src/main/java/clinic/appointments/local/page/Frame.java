package clinic.appointments.local.page;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What surrounds every view.
 *
 * @param title of the view
 * @param place address of the view, which asks for itself again after a change
 * @param page address of the page
 * @param api address of the HTTP API
 * @param now time of the local clock
 * @param ahead by how much it is ahead of real time
 * @param saved whether this is a saved session, which takes no commands
 */
public record Frame(String stage, String title, String place, URI page, URI api, Instant now, Duration ahead,
        boolean saved) {

    /** A view that the navigation leads to. */
    public record Link(String path, String text) {
    }

    /** The views, in the order of the navigation. */
    public List<Link> links() {
        return Views.LINKS;
    }

    /** Whether the view belongs to a link. */
    public boolean isAt(Link link) {
        String path = place.replaceFirst("\\?.*", "");
        return link.path().equals("/") ? path.equals("/") : path.startsWith(link.path());
    }

    /** The file with everything that the page shows. */
    public String session() {
        return "/" + SessionFile.NAME;
    }

    /** The file with what people have sent. */
    public String events() {
        return "/" + SessionFile.EVENTS_NAME;
    }

    /** How far the clock is ahead, in words. */
    public String lead() {
        return ahead.isZero() ? "real time" : Times.text(ahead) + " ahead";
    }

    /** Address of the story of an id, which may have any characters. */
    public static String story(String id) {
        return "/stories/" + Visit.encode(id);
    }

    /** The command that does the same as a button. */
    public String curl(String path) {
        return "curl -X POST '" + page + path + "'";
    }
}

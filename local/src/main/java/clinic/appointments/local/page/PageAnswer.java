package clinic.appointments.local.page;

import java.nio.charset.StandardCharsets;

/**
 * The answer to a request.
 *
 * @param type media type
 * @param policy what a browser may load and do with it ({@code Content-Security-Policy})
 */
record PageAnswer(int status, String type, String body, String policy) {

    /** Only what this server serves. */
    private static final String OWN = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " frame-ancestors 'none'; form-action 'self'; base-uri 'none'";
    /** A letter of somebody else brings styles, and may do nothing. */
    private static final String FOREIGN = "default-src 'none'; style-src 'unsafe-inline'; sandbox;"
            + " frame-ancestors 'self'";

    PageAnswer(int status, String type, String body) {
        this(status, type, body, OWN);
    }

    /** A page that is not ours, to be shown in a frame. */
    static PageAnswer foreign(String page) {
        return new PageAnswer(200, "text/html; charset=utf-8", page, FOREIGN);
    }

    /** The body as it goes over the wire. */
    byte[] octets() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    static PageAnswer html(int status, String page) {
        return new PageAnswer(status, "text/html; charset=utf-8", page);
    }

    static PageAnswer text(int status, String text) {
        return new PageAnswer(status, "text/plain; charset=utf-8", text + "\n");
    }
}

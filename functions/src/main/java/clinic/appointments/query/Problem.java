package clinic.appointments.query;

import clinic.appointments.wire.Json;

/**
 * A problem: the reason why a query has no answer (RFC 9457). The type is {@code about:blank}, whose title is the
 * phrase of the status.
 *
 * @param detail names field and rule, and quotes no value
 */
record Problem(int status, String title, String detail) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem notFound() {
        return new Problem(404, "Not Found", "nothing with this id exists");
    }

    static Problem noSuchRoute() {
        return new Problem(404, "Not Found", "this route does not exist");
    }

    static Problem badRequest(String detail) {
        return new Problem(400, "Bad Request", detail);
    }

    String toJson() {
        return Json.object().put("type", "about:blank").put("title", title).put("status", status).put("detail", detail)
                .toString();
    }
}

package clinic.appointments.wire;

/**
 * Why a query has no answer, as RFC 9457 has it; the type is {@code about:blank}, whose title is the status' own
 * phrase.
 *
 * @param detail names field and rule, and quotes nothing
 */
public record Problem(int status, String title, String detail) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem notFound() {
        return new Problem(404, "Not Found", "nothing with this id exists");
    }

    public static Problem noSuchRoute() {
        return new Problem(404, "Not Found", "this route does not exist");
    }

    public static Problem badRequest(String detail) {
        return new Problem(400, "Bad Request", detail);
    }

    public String toJson() {
        return Json.object().put("type", "about:blank").put("title", title).put("status", status).put("detail", detail)
                .toString();
    }
}

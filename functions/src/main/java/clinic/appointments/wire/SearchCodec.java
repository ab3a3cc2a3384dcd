package clinic.appointments.wire;

import java.util.List;

/** Reads the body of a search for patients: {@code {"email": …}}. */
public final class SearchCodec {

    private static final String EMAIL = "email";

    private SearchCodec() {
    }

    /**
     * Reads the address to search for.
     *
     * @throws MalformedMessageException when the body is anything else; over HTTP unknown fields are refused
     */
    public static String email(String body) {
        Fields fields = new Fields(Json.read(body));
        fields.refuseOthersThan(List.of(EMAIL));
        return fields.text(EMAIL);
    }
}

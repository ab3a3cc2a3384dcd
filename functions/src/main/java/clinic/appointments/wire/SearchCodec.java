package clinic.appointments.wire;

import java.util.Iterator;

import com.fasterxml.jackson.databind.node.ObjectNode;

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
        ObjectNode json = Json.read(body);
        for (Iterator<String> names = json.fieldNames(); names.hasNext();) {
            if (!names.next().equals(EMAIL)) {
                throw new MalformedMessageException("body", "must have no field other than " + EMAIL);
            }
        }
        return new Fields(json).text(EMAIL);
    }
}

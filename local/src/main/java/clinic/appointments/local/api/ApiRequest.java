package clinic.appointments.local.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request to the API.
 *
 * @param id that API Gateway gives it
 * @param path decoded
 * @param queryValues decoded; every value of a parameter
 * @param headers names as they came; the last of several values
 */
record ApiRequest(String id, String method, String path, Map<String, List<String>> queryValues,
        Map<String, String> headers,
        String body) {

    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([A-Za-z0-9]+)/");

    ApiRequest {
        queryValues = Map.copyOf(queryValues);
        headers = Map.copyOf(headers);
    }

    /** The last value of each parameter. */
    Map<String, String> query() {
        return queryValues.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, parameter -> parameter.getValue().getLast()));
    }

    /**
     * Who has signed the request: a role that is named after the access key, because nobody checks signatures here, or
     * one that stands for everybody who signs none (IAM: "IAM identifiers").
     */
    String callerArn() {
        String role = headers.entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase("Authorization"))
                .map(header -> CREDENTIAL.matcher(header.getValue())).filter(Matcher::find)
                .map(credential -> credential.group(1)).findFirst().orElse("local");
        return "arn:aws:sts::000000000000:assumed-role/" + role + "/session";
    }

    /**
     * The media type of the body without its parameters, in small letters (RFC 9110, section 8.3.1); JSON when none is
     * named.
     */
    String mediaType() {
        return headers.entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                .map(header -> header.getValue().split(";")[0].strip().toLowerCase(Locale.ROOT)).findFirst()
                .orElse("application/json");
    }

    @Override
    public String toString() {
        return method + " request " + id;
    }
}

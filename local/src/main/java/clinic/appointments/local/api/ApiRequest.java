package clinic.appointments.local.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import clinic.appointments.local.template.DeploymentReader;

/**
 * A request to the API.
 *
 * @param id the id that API Gateway assigns
 * @param path decoded
 * @param queryValues all values of each parameter, decoded
 * @param headers names as received; the last value of each header
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
     * ARN of the signer: a role named after the access key, because signatures are not checked here, or one role for
     * all unsigned requests (IAM: "IAM identifiers").
     */
    String callerArn() {
        String role = headers.entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase("Authorization"))
                .map(header -> CREDENTIAL.matcher(header.getValue())).filter(Matcher::find)
                .map(credential -> credential.group(1)).findFirst().orElse("local");
        return "arn:aws:sts::" + DeploymentReader.ACCOUNT + ":assumed-role/" + role + "/session";
    }

    /** The media type of the body in lower case, without parameters (RFC 9110, section 8.3.1); JSON by default. */
    String mediaType() {
        return headers.entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                .map(header -> header.getValue().split(";", -1)[0].strip().toLowerCase(Locale.ROOT)).findFirst()
                .orElse("application/json");
    }

    @Override
    public String toString() {
        return method + " request " + id;
    }
}

package clinic.appointments.local.gateway;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The schedule that a call names; the group is in the body if there is one, otherwise in the query. */
record SchedulePath(String group, String name) {

    private static final String GROUP = "groupName=";
    private static final String DEFAULT_GROUP = "default";

    static SchedulePath of(Call call) {
        URI uri = URI.create(call.path());
        String path = uri.getPath();
        String group = call.body().isMissingNode() ? fromQuery(uri)
                : call.body().path("GroupName").asText(DEFAULT_GROUP);
        return new SchedulePath(group, path.substring(path.lastIndexOf('/') + 1));
    }

    String groupAndName() {
        return group + "/" + name;
    }

    private static String fromQuery(URI uri) {
        String[] parameters = Optional.ofNullable(uri.getRawQuery()).orElse("").split("&");
        return Arrays.stream(parameters).filter(parameter -> parameter.startsWith(GROUP)).findFirst()
                .map(parameter -> URLDecoder.decode(parameter.substring(GROUP.length()), StandardCharsets.UTF_8))
                .orElse(DEFAULT_GROUP);
    }
}

package clinic.appointments.local.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import clinic.appointments.local.template.Role;

/** The caller behind each access key. */
final class Callers {

    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/]+)/");

    private final Map<String, Caller> byKey = new HashMap<>();

    Callers(CallerKeys keys, List<Role> roles) {
        roles.forEach(role -> byKey.put(keys.accessKey(role.arn()), new Caller.Assumed(role)));
        byKey.put(keys.operator(), new Caller.Operator());
    }

    /**
     * @param authorization header of a request signed with Signature Version 4, or null
     */
    Optional<Caller> find(String authorization) {
        Matcher credential = CREDENTIAL.matcher(authorization == null ? "" : authorization);
        return credential.find() ? Optional.ofNullable(byKey.get(credential.group(1))) : Optional.empty();
    }
}

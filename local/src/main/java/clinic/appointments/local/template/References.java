package clinic.appointments.local.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

/** The references in the stacks of a stage: the identity of each resource, and the exports of each stack. */
final class References {

    private final Map<String, Map<String, ResourceIdentity>> identities = new HashMap<>();
    /** Evaluated on import, because an export that no booted resource imports may use any function. */
    private final Map<String, Supplier<String>> exports = new HashMap<>();
    private final Map<String, StackEnvironment> places = new HashMap<>();

    References(List<StackTemplate> stacks, StackEnvironment local) {
        for (StackTemplate stack : stacks) {
            StackEnvironment place = new StackEnvironment(local.account(), stack.region(), local.gateway());
            places.put(stack.name(), place);
            Map<String, ResourceIdentity> known = identities.computeIfAbsent(stack.name(), _ -> new HashMap<>());
            stack.resources()
                    .forEach(resource -> known.put(resource.logicalId(), ResourceIdentity.of(resource, place)));
        }
        stacks.forEach(this::export);
    }

    private void export(StackTemplate stack) {
        stack.template().path("Outputs").propertyStream().forEach(output -> {
            JsonNode name = output.getValue().path("Export").path("Name");
            if (!name.isMissingNode()) {
                Intrinsics intrinsics = new Intrinsics(this, stack.name(), output.getKey());
                exports.put(intrinsics.resolve(name).asText(),
                        () -> intrinsics.resolve(output.getValue().path("Value")).asText());
            }
        });
    }

    StackEnvironment place(String stack) {
        return Objects.requireNonNull(places.get(stack));
    }

    Optional<ResourceIdentity> identity(String stack, String logicalId) {
        return Optional.ofNullable(identities.getOrDefault(stack, Map.of()).get(logicalId));
    }

    Optional<String> exported(String name) {
        return Optional.ofNullable(exports.get(name)).map(Supplier::get);
    }

    /** The properties of a resource, with every reference replaced by its value. */
    JsonNode resolved(TemplateResource resource) {
        return new Intrinsics(this, resource.stack().name(), resource.logicalId()).resolve(resource.properties());
    }
}

package clinic.appointments.model;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The buffers of an appointment by kind of resource, as they were when it was booked. They are kept with it, so that
 * its claims can be released even after a change of the stage's settings.
 */
public record Buffers(Map<String, Buffer> byKind) {

    public static final Buffers NONE = new Buffers(Map.of());

    public Buffers {
        byKind = byKind.entrySet().stream().filter(entry -> !entry.getValue().equals(Buffer.NONE))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Buffer of(ResourceId resource) {
        return Optional.ofNullable(byKind.get(resource.kind())).orElse(Buffer.NONE);
    }
}

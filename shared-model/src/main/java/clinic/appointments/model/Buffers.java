package clinic.appointments.model;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The buffers that an appointment was booked with, by kind of resource; kept with it, because what it claims is to be
 * released even after the stage's settings have changed.
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

package clinic.appointments.model;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The buffers of an appointment, as they were when it was booked. They are kept with it, so that its claims can be
 * released even after a change of the stage's settings or of a resource.
 *
 * @param byName by the id of a resource; by its kind, when none of the resources was defined
 */
public record Buffers(Map<String, Buffer> byName) {

    public static final Buffers NONE = new Buffers(Map.of());

    public Buffers {
        byName = byName.entrySet().stream().filter(entry -> !entry.getValue().equals(Buffer.NONE))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Buffer of(ResourceId resource) {
        return Stream.of(resource.toString(), resource.kind()).map(byName::get).filter(Objects::nonNull).findFirst()
                .orElse(Buffer.NONE);
    }
}

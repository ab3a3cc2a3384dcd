package clinic.appointments.local.code;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The prepared code of a stage's functions. Safe for use by several threads. */
public final class CodeStore {

    private final Path parent;
    private final Map<List<Path>, FunctionCode> prepared = new ConcurrentHashMap<>();

    /**
     * @param parent keeps what was prepared, also for other stages
     */
    public CodeStore(Path parent) {
        this.parent = parent;
    }

    /** Code from folders as they were when they were asked for first. */
    public FunctionCode of(List<Path> sources) {
        return prepared.computeIfAbsent(sources, _ -> FunctionCode.prepare(sources, parent));
    }
}

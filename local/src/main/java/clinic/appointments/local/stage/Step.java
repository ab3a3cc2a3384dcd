package clinic.appointments.local.stage;

import java.util.function.Supplier;

/** A step of a run, such as the start of an engine. */
public final class Step {

    private final String what;
    private final Supplier<String> state;

    /**
     * A step that begins now.
     *
     * @param state how far it is, such as {@code 3 of 7}, or an empty text; asked for again and again by another thread
     */
    public Step(String what, Supplier<String> state) {
        this.what = what;
        this.state = state;
    }

    /** What it does. */
    public String what() {
        return what;
    }

    /** How far it is; empty where nothing is known. */
    public String state() {
        return state.get();
    }
}

package clinic.appointments.runtime;

import clinic.appointments.port.LaneObserver;

/** Lanes that nobody observes. */
record Unobserved() implements LaneObserver {

    @Override
    public void begun(int lanes) {
        // Nobody asks.
    }

    @Override
    public void ended() {
        // Nobody asks.
    }
}

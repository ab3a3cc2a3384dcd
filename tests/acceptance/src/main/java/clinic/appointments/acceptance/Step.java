package clinic.appointments.acceptance;

import java.time.Duration;

/** A step of a journey that went well: what was seen, and how long it took. */
record Step(String name, Duration taken) {
}

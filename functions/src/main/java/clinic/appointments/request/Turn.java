package clinic.appointments.request;

import java.time.InstantSource;

import clinic.appointments.inbox.RetryOnConflict;

/** How a use case waits for its turn: by which clock, and what it does when others write in between. */
record Turn(InstantSource clock, RetryOnConflict retry) {
}

package clinic.appointments.infrastructure.smoke;

import clinic.appointments.infrastructure.api.AppointmentApi;
import clinic.appointments.infrastructure.compute.AppointmentFunctions;

/**
 * Properties of a {@link Smoke}.
 *
 * @param functions makes the function that takes the journeys
 * @param api the API that it takes
 */
public record SmokeProps(SmokeSettings settings, AppointmentFunctions functions, AppointmentApi api) {
}

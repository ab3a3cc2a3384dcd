package clinic.appointments.local.page;

import java.util.function.UnaryOperator;

/**
 * What the page of a running stage takes from the service.
 *
 * @param dates fills in the dates of sent messages and events
 * @param invariants what must hold in the stage
 * @param book the calendars
 * @param sent what people have sent
 */
public record ServiceParts(UnaryOperator<String> dates, Invariants invariants, DayBook book, SentEvents sent) {
}

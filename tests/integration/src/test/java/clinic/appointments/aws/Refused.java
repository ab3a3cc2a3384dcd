package clinic.appointments.aws;

import java.util.List;

import clinic.appointments.model.Interval;
import clinic.appointments.model.ResourceId;

/**
 * An operation of a race that was refused because the time was taken.
 *
 * @param holder what it was for
 * @param choices for each resource that it needed, those that would have done; for a block the one resource
 * @param from when it began
 * @param to when it was over
 */
record Refused(String holder, boolean isBlock, List<List<ResourceId>> choices, Interval time, long from, long to) {
}

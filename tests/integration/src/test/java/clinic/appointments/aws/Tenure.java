package clinic.appointments.aws;

import clinic.appointments.model.Interval;
import clinic.appointments.model.ResourceId;

/**
 * The stretch of a race in which a holder had the time of a resource. Its ends are not known exactly: each lies within
 * the operation that brought it about. Moments are ticks of a clock that ticks when an operation begins or ends.
 *
 * @param holder the appointment or block
 * @param begins when the operation began that took the time
 * @param begun when that operation was over
 * @param ends when the operation began that gave the time back
 * @param ended when that operation was over
 */
record Tenure(String holder, boolean isBlock, ResourceId resource, Interval time, long begins, long begun, long ends,
        long ended) {

    /** Whether it may have stood between a tick and the next. */
    boolean mayStandAfter(long tick) {
        return begins <= tick && tick < ended;
    }

    /** Whether it stood during all of a stretch. */
    boolean surelyStood(long from, long to) {
        return begun < from && to < ends;
    }

    /** Whether both stood at the same time, whatever the order was. */
    boolean surelyMet(Tenure other) {
        return Math.max(begun, other.begun) < Math.min(ends, other.ends);
    }

    /** Whether it was taken while the other one stood. */
    boolean surelyCameInto(Tenure other) {
        return other.surelyStood(begins, begun);
    }

    boolean wants(Tenure other) {
        return wants(other.resource, other.time);
    }

    boolean wants(ResourceId otherResource, Interval otherTime) {
        return resource.equals(otherResource) && time.overlaps(otherTime);
    }
}

package clinic.appointments.port;

/** A lane observer: learns how many lanes of a batch are at work. */
public interface LaneObserver {

    /** A batch begins with this number of lanes. */
    void begun(int lanes);

    /** One of the lanes has ended. */
    void ended();
}

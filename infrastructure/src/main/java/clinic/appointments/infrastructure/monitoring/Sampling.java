package clinic.appointments.infrastructure.monitoring;

/**
 * Which requests X-Ray traces: so many a second, and a share of the others (X-Ray: "Configuring sampling rules").
 *
 * @param share from 0 to 1
 */
public record Sampling(int perSecond, double share) {

    /** Every request is traced. */
    public static Sampling everything() {
        return new Sampling(1, 1);
    }

    /** One request a second is traced, and a share of the others. */
    public static Sampling shareBeyondOnePerSecond(double share) {
        return new Sampling(1, share);
    }

    public Sampling {
        if (perSecond < 0 || share < 0 || share > 1) {
            throw new IllegalArgumentException("sampling must be 0 or more a second and a share from 0 to 1");
        }
    }
}

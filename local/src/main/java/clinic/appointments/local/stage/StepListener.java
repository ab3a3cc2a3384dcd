package clinic.appointments.local.stage;

/** Follows the steps of a run, of which several may run at the same time. */
public interface StepListener {

    /** Takes no notice. */
    StepListener NONE = new StepListener() {

        @Override
        public void begun(Step step) {
            // Nobody looks.
        }

        @Override
        public void ended(Step step, boolean failed) {
            // Nobody looks.
        }
    };

    /** A step has begun. */
    void begun(Step step);

    /** A step has ended. */
    void ended(Step step, boolean failed);
}

package clinic.appointments.local.page;

import java.util.List;
import java.util.Optional;

/**
 * The troubles that are planted, and the latest verdict.
 *
 * @param checked empty before the first look
 */
public record TroubleList(List<Row> planted, Optional<CheckedStage> checked) {

    /**
     * A planted trouble.
     *
     * @param what the trouble in words
     * @param calls the calls that it waits for
     * @param struck number of calls that it has struck
     * @param times number of calls that it strikes
     * @param seen number of matching calls
     */
    public record Row(int number, String what, String calls, int struck, int times, int seen) {

        static Row of(PlantedTrouble trouble) {
            TroubleOrder order = trouble.order();
            return new Row(trouble.number(), order.text(),
                    "%s by %s on %s".formatted(named(order.call(), "any action"), named(order.function(), "anybody"),
                            named(order.resource(), "anything")),
                    trouble.struck(), order.times(), trouble.seen());
        }

        private static String named(String name, String otherwise) {
            return name.isEmpty() ? otherwise : name;
        }

        /** Whether it waits for further calls. */
        public boolean waits() {
            return struck < times;
        }
    }
}

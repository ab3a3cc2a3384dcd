package clinic.appointments.local.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The views of days, each for whom and for which date the address says.
 *
 * @param asked the requests that were sent from there
 */
record DayViews(DayBook book, Function<StageReading, List<AskedRequest>> asked) {

    /** What the template shows. */
    Map<String, Object> show(StageReading reading, Visit visit) {
        Map<String, LocalDate> owners = book.owners();
        String owner = Optional.of(visit.parameter("of")).filter(name -> !name.isEmpty())
                .orElseGet(() -> owners.keySet().stream().findFirst().orElse(""));
        LocalDate date = date(visit.parameter("date"))
                .orElseGet(() -> Optional.ofNullable(owners.get(owner))
                        .orElseGet(() -> LocalDate.ofInstant(reading.now(), book.zone())));
        return Map.of("form", DayForms.of(visit, owner, date, book.zone().getId()), "day",
                DayView.of(owner, date, owners, book, asked.apply(reading)));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}

package clinic.appointments.local.page;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The forms of the view of a day, filled in as its address says. */
final class DayForms {

    private DayForms() {
    }

    /** The form that moves an entry if the visit names one, otherwise the one that books. */
    static Form of(Visit visit, String owner, LocalDate date, String zone) {
        String moved = visit.parameter("move");
        List<Form.Field> time = List.of(Form.input("date", "On", "date", date.toString()),
                Form.input("start", "From", "time", otherwise(visit.parameter("start"), "09:00")),
                Form.input("end", "To", "time", otherwise(visit.parameter("end"), "09:30")),
                Form.text("zone", "In", zone));
        boolean person = !owner.contains(":");
        return moved.isEmpty()
                ? new Form("/day/book", "Book it", Stream.concat(
                        Stream.of(Form.text("patient", "Patient", person ? owner : ""),
                                Form.text("resources", "Resources", person ? "" : owner)),
                        time.stream()).toList())
                : new Form("/day/move", "Move it",
                        Stream.concat(Stream.of(Form.text("id", "Appointment", moved)), time.stream()).toList());
    }

    private static String otherwise(String value, String otherwise) {
        return value.isEmpty() ? otherwise : value;
    }
}

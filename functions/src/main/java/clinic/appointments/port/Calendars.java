package clinic.appointments.port;

import java.util.List;

import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarId;

/** Calendar days, for whoever only looks at them. */
public interface Calendars {

    /** Reads days, strongly consistent, in the order of the ids; one that nobody has written is empty. */
    List<CalendarDay> days(List<CalendarId> ids);
}

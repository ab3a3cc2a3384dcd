package clinic.appointments.port;

import java.util.List;

import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarId;

/** The calendars: read-only access to calendar days. */
public interface Calendars {

    /** Reads days, strongly consistent, in the order of the ids; a day never written is empty. */
    List<CalendarDay> days(List<CalendarId> ids);
}

package clinic.appointments.infrastructure.monitoring;

import java.util.ArrayList;
import java.util.List;

import clinic.appointments.infrastructure.patterns.AlarmTopic;
import software.amazon.awscdk.services.cloudwatch.AlarmBase;

/** The alarms of a stage in the order in which they were made, with their settings. */
final class AlarmBook {

    private final AlarmSettings settings;
    private final AlarmTopic changes;
    private final AlarmTopic pages;
    private final List<AlarmBase> alarms = new ArrayList<>();

    /**
     * @param changes notified by every alarm
     * @param pages notified by every alarm but the parts of composite alarms
     */
    AlarmBook(AlarmSettings settings, AlarmTopic changes, AlarmTopic pages) {
        this.settings = settings;
        this.changes = changes;
        this.pages = pages;
    }

    AlarmSettings settings() {
        return settings;
    }

    /** Adds a part of a composite alarm, which pages for it. */
    void addPart(AlarmBase alarm) {
        changes.addAlarm(alarm);
    }

    void add(AlarmBase alarm) {
        changes.addAlarm(alarm);
        pages.addAlarm(alarm);
        alarms.add(alarm);
    }

    List<AlarmBase> alarms() {
        return List.copyOf(alarms);
    }
}

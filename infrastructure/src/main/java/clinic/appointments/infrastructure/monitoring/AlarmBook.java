package clinic.appointments.infrastructure.monitoring;

import java.util.ArrayList;
import java.util.List;

import clinic.appointments.infrastructure.patterns.AlarmTopic;
import software.amazon.awscdk.services.cloudwatch.AlarmBase;

/** The alarms of a stage in the order in which they were made, with their settings; each notifies one topic. */
final class AlarmBook {

    private final AlarmSettings settings;
    private final AlarmTopic topic;
    private final List<AlarmBase> alarms = new ArrayList<>();

    AlarmBook(AlarmSettings settings, AlarmTopic topic) {
        this.settings = settings;
        this.topic = topic;
    }

    AlarmSettings settings() {
        return settings;
    }

    void add(AlarmBase alarm) {
        topic.addAlarm(alarm);
        alarms.add(alarm);
    }

    List<AlarmBase> alarms() {
        return List.copyOf(alarms);
    }
}

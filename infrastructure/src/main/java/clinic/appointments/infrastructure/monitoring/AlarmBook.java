package clinic.appointments.infrastructure.monitoring;

import java.util.ArrayList;
import java.util.List;

import clinic.appointments.infrastructure.patterns.AlarmTopic;
import software.amazon.awscdk.services.cloudwatch.AlarmBase;

/** Every alarm of a stage, in the order in which it was made; each notifies one topic. */
final class AlarmBook {

    private final AlarmTopic topic;
    private final List<AlarmBase> alarms = new ArrayList<>();

    AlarmBook(AlarmTopic topic) {
        this.topic = topic;
    }

    void add(AlarmBase alarm) {
        topic.addAlarm(alarm);
        alarms.add(alarm);
    }

    List<AlarmBase> alarms() {
        return List.copyOf(alarms);
    }
}

package clinic.appointments.local.template;

/** A group of EventBridge Scheduler. */
public record ScheduleGroup(String id, String name, String arn) {
}

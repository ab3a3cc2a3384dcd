package clinic.appointments.local.template;

import java.util.List;

/**
 * The resources of a stage, with every reference resolved for this machine.
 *
 * @param stage name of the stage, such as {@code dev}
 * @param account the account that local ARNs carry
 * @param region the region of the stage's stacks
 * @param macKeys ARNs of the HMAC keys
 * @param mailRoutes ways of the events about e-mails to their queues
 * @param unchecked one sentence for each part of the templates that is not booted or not enforced here
 */
public record Deployment(String stage, String account, String region, List<Table> tables, List<Queue> queues,
        List<Function> functions, List<EventSource> eventSources, List<Role> roles, List<ScheduleGroup> scheduleGroups,
        List<RecurringSchedule> recurringSchedules, List<Api> apis, List<String> macKeys,
        List<MailRoute> mailRoutes, List<String> unchecked) {

    /**
     * A table.
     *
     * @param id logical id without the hash of the CDK
     * @throws java.util.NoSuchElementException when there is none
     */
    public Table table(String id) {
        return tables.stream().filter(table -> table.id().equals(id)).findFirst().orElseThrow();
    }
}

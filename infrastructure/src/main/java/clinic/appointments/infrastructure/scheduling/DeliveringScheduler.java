package clinic.appointments.infrastructure.scheduling;

import java.util.Map;
import java.util.TreeMap;

import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PrincipalWithConditions;
import software.amazon.awscdk.services.iam.ServicePrincipal;

/**
 * The scheduler as a principal, limited to the schedules of one group in one account (EventBridge Scheduler: "Confused
 * deputy prevention in EventBridge Scheduler").
 */
public final class DeliveringScheduler {

    private DeliveringScheduler() {
    }

    /** The principal for the schedules of a group. */
    public static IPrincipal of(String account, String groupArn) {
        var values = new TreeMap<String, Object>();
        values.put("aws:SourceAccount", account);
        values.put("aws:SourceArn", groupArn);
        return new PrincipalWithConditions(new ServicePrincipal("scheduler.amazonaws.com"),
                Map.of("StringEquals", values));
    }
}

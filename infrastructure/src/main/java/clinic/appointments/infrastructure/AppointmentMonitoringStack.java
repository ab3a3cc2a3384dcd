package clinic.appointments.infrastructure;

import clinic.appointments.infrastructure.compute.ServiceMetrics;
import clinic.appointments.infrastructure.monitoring.ServiceAlarms;

import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** Everything that watches the service: it can be deployed anew at any time without touching what it watches. */
public final class AppointmentMonitoringStack extends Stack {

    /** Construct id of the stack. */
    public static final String ID = "AppointmentMonitoring";

    AppointmentMonitoringStack(Construct scope, StageSettings settings, AppointmentDataStack data,
            AppointmentServiceStack service) {
        super(scope, ID);
        var alarms = new ServiceAlarms(this, settings.alarms());
        alarms.watch(data.queues());
        service.functions().forEach(alarms::watch);
        alarms.watch(ServiceMetrics.of(this));
        data.store().watched().forEach(alarms::watch);
        alarms.page(data.key().key());
    }
}

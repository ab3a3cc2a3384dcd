package clinic.appointments.infrastructure;

import java.util.List;

import clinic.appointments.infrastructure.compute.ServiceMetrics;
import clinic.appointments.infrastructure.monitoring.Investigation;
import clinic.appointments.infrastructure.monitoring.ServiceAlarms;
import clinic.appointments.infrastructure.monitoring.ServiceDashboard;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.AlarmBase;
import software.constructs.Construct;

/** Everything that watches the service: it can be deployed anew at any time without touching what it watches. */
public final class AppointmentMonitoringStack extends Stack {

    /** Construct id of the stack. */
    public static final String ID = "AppointmentMonitoring";

    AppointmentMonitoringStack(Construct scope, StageSettings settings, AppointmentDataStack data,
            AppointmentServiceStack service) {
        super(scope, ID);
        var metrics = ServiceMetrics.of(this);
        show(watch(settings, data, service, metrics), data, service, metrics);
        investigate(settings, service);
    }

    private List<AlarmBase> watch(StageSettings settings, AppointmentDataStack data, AppointmentServiceStack service,
            ServiceMetrics metrics) {
        var alarms = new ServiceAlarms(this, settings.alarms(), service.alarmChanges());
        alarms.watch(service.api());
        alarms.watch(data.queues());
        service.functions().forEach(alarms::watch);
        alarms.watch(metrics);
        alarms.watchMail(metrics);
        alarms.watchOverdue(metrics);
        data.store().watched().forEach(alarms::watch);
        alarms.page(data.key().key());
        return alarms.all();
    }

    private void show(List<AlarmBase> alarms, AppointmentDataStack data, AppointmentServiceStack service,
            ServiceMetrics metrics) {
        var dashboard = new ServiceDashboard(this);
        dashboard.showAlarms(alarms);
        dashboard.showApi(service.api());
        dashboard.showWaiting(data.queues(), metrics);
        dashboard.showFunctions(service.functions());
        dashboard.showGivenUp(data.queues());
        dashboard.showOutcomes(metrics, data.store().watched());
        dashboard.showOverdue(metrics);
    }

    private void investigate(StageSettings settings, AppointmentServiceStack service) {
        var investigation = new Investigation(this);
        investigation.gatherTraces(service.functions());
        investigation.sample(settings.sampling());
        investigation.saveQueries(service.functions());
    }
}

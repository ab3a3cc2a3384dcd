package clinic.appointments.infrastructure;

import java.util.List;

import clinic.appointments.infrastructure.compute.ServiceMetrics;
import clinic.appointments.infrastructure.monitoring.Investigation;
import clinic.appointments.infrastructure.monitoring.Objectives;
import clinic.appointments.infrastructure.monitoring.Pages;
import clinic.appointments.infrastructure.monitoring.ServiceAlarms;
import clinic.appointments.infrastructure.monitoring.ServiceAlarmsProps;
import clinic.appointments.infrastructure.monitoring.ServiceDashboard;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.AlarmBase;
import software.constructs.Construct;

/** Everything that watches the service: it can be deployed anew at any time without touching what it watches. */
public final class AppointmentMonitoringStack extends Stack {

    /** Construct id of the stack. */
    public static final String ID = "AppointmentMonitoring";

    private final StageSettings settings;
    private final AppointmentDataStack data;
    private final AppointmentServiceStack service;

    AppointmentMonitoringStack(Construct scope, String id, StageSettings settings, AppointmentServiceStack service) {
        super(scope, id);
        this.settings = settings;
        this.service = service;
        data = service.data();
        addDashboard(addAlarms());
        addInvestigation();
    }

    private List<AlarmBase> addAlarms() {
        var pages = new Pages(this, "Pages", data.key().key(), settings.alarms().recipients());
        return new ServiceAlarms(this, "Alarms", ServiceAlarmsProps.builder().settings(settings.alarms())
                .topic(service.alarmChanges()).pages(pages).api(service.api()).queues(data.queues())
                .functions(service.functionsOfAppointments()).tables(data.store().tables())
                .smokeTest(service.smokeTest()).build())
                .all();
    }

    private void addDashboard(List<AlarmBase> alarms) {
        var metrics = ServiceMetrics.of(this);
        var dashboard = new ServiceDashboard(this, "Dashboard");
        dashboard.showAlarms(alarms);
        dashboard.showObjectives(new Objectives(metrics, service.api(),
                service.smokeTest().isPresent()), settings.alarms());
        dashboard.showApi(service.api());
        dashboard.showWaiting(data.queues(), metrics);
        dashboard.showFunctions(service.functionsOfAppointments());
        dashboard.showGivenUp(data.queues());
        dashboard.showOutcomes(metrics, data.store().tables());
        dashboard.showOverdue(metrics);
        service.smokeTest().ifPresent(test -> dashboard.showSmokeTest(test, metrics));
    }

    private void addInvestigation() {
        var investigation = new Investigation(this, "Investigation");
        investigation.addTraceGroup(service.functions());
        investigation.addSamplingRule(settings.sampling(), service.api().tracedAs());
        investigation.addQueries(service.functions(), service.api().accesses());
        investigation.addInsightRules(service.functionsOfAppointments());
    }
}

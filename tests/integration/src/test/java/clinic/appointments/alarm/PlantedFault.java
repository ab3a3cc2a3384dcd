package clinic.appointments.alarm;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import clinic.appointments.alarm.Incident.Deed;
import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.contract.FunctionName;
import clinic.appointments.contract.PatientsTable;
import clinic.appointments.contract.QueueName;
import clinic.appointments.local.gateway.CallMatch;
import clinic.appointments.local.gateway.FaultEffect;
import clinic.appointments.local.gateway.Service;
import clinic.appointments.local.mail.SesEvent;

/** Something that goes wrong, what clients do meanwhile, and the section of the runbook that is about it. */
enum PlantedFault {

    DYNAMODB_FAILS("table-errors", 5, lasting(onTable(AppointmentsTable.ID), new FaultEffect.Fail()), Incident::usual),
    TABLE_IS_THROTTLED("table-throttles", 5, incident -> incident.throttle(PatientsTable.ID), Incident::usual),
    REQUEST_FUNCTION_DIES("function-errors", 4, deathOf(FunctionName.REQUEST), Incident::usual),
    QUERY_FUNCTION_DIES("function-errors", 4, deathOf(FunctionName.QUERY), Incident::usual),
    QUERY_FUNCTION_IS_DEFECTIVE("function-errors", 7,
            lasting(byFunction(FunctionName.QUERY), refusal("ValidationException")), Incident::usual),
    SECRET_IS_DISABLED("failed-messages", 6, incident -> {
        incident.stage().killFunction(FunctionName.REQUEST.id());
        incident.let(CallMatch.of(Service.KMS, "GenerateMac"), refusal("DisabledException"));
    }, Incident::usual),
    SCHEDULES_CANNOT_BE_CREATED("failed-messages", 6, lasting(CallMatch.of(Service.SCHEDULER, "CreateSchedule"),
            refusal("ServiceQuotaExceededException")), Incident::usual),
    SCHEDULES_CANNOT_DELIVER("undelivered-reminders", 16,
            lasting(CallMatch.of(Service.SQS, "SendMessage").by("ReminderSchedulesRole").on(QueueName.REMINDER.id()),
                    refusal("KMS.DisabledException")),
            Incident::quiet),
    MESSAGE_IS_MALFORMED("dead-letters", 2, incident -> incident.stage().send(QueueName.REQUEST.id(),
            "Please book me in on Monday at nine.", Map.of("requestId", "malformed")), Incident::usual),
    MESSAGE_FAILS_EVERY_TIME("dead-letters", 17, incident -> incident.stage().send(QueueName.REQUEST.id(), """
            {"type": "BOOK", "schema": 99, "requestId": "newer", "patientId": "p", "appointmentDate": "2030-01-01",
            "startTime": "11:00", "endTime": "11:30"}""", Map.of("requestId", "newer")), Incident::quiet),
    SES_IS_PAUSED("mail-not-taken", 7, lasting(CallMatch.of(Service.SES, "SendEmail"),
            refusal("SendingPausedException")), Incident::usual),
    ADDRESSES_ARE_WRONG("undeliverable-letters", 7, lasting(CallMatch.of(Service.SES, "SendEmail"),
            new FaultEffect.Refuse("BadRequestException", "Domain contains illegal character")), Incident::usual),
    LETTERS_BOUNCE("bounces", 4, Incident::quiet, incident -> {
        incident.usual();
        incident.stage().mails().reversed().stream().findFirst().ifPresent(
                mail -> incident.stage().publish(SesEvent.bounce(mail, "Permanent", "General")));
    }),
    API_MAY_NOT_SEND("api-errors", 7, Incident::quiet, incident -> incident.clients().cancel(incident.metrics())),
    FUNCTION_MAY_NOT_SEND("failed-messages", 6, Incident::quiet, Incident::usual),
    NOBODY_READS_A_QUEUE("oldest-message", 19,
            incident -> incident.stage().send(QueueName.MANAGEMENT.id(), "{}", Map.of()), Incident::quiet),
    NOTHING_RECONCILES("overdue-reminders", 62, Incident::quiet, Incident::quiet);

    /** Those that a deployment brings, with what is missing in the templates. */
    static final Set<PlantedFault> DEPLOYED = EnumSet.range(API_MAY_NOT_SEND, NOTHING_RECONCILES);

    /** Those whose first page leads to another section, which sends on to theirs; the others lead there at once. */
    static final Set<PlantedFault> BY_A_DETOUR = EnumSet.of(TABLE_IS_THROTTLED, QUERY_FUNCTION_DIES,
            QUERY_FUNCTION_IS_DEFECTIVE, SES_IS_PAUSED, API_MAY_NOT_SEND);

    private final String section;
    private final int minutes;
    private final Deed plant;
    private final Deed work;

    PlantedFault(String section, int minutes, Deed plant, Deed work) {
        this.section = section;
        this.minutes = minutes;
        this.plant = plant;
        this.work = work;
    }

    /** The section that it should lead to. */
    String section() {
        return section;
    }

    /** How long it is watched. */
    int minutes() {
        return minutes;
    }

    void plant(Incident incident) throws InterruptedException {
        plant.in(incident);
    }

    /** What clients do on each beat. */
    void work(Incident incident) throws InterruptedException {
        work.in(incident);
    }

    private static Deed lasting(CallMatch call, FaultEffect effect) {
        return incident -> incident.let(call, effect);
    }

    private static Deed deathOf(FunctionName function) {
        return incident -> incident.let(byFunction(function),
                new FaultEffect.Run(() -> incident.stage().killFunction(function.id())));
    }

    private static CallMatch byFunction(FunctionName function) {
        return new CallMatch(Optional.of(function.id()), Optional.of(Service.DYNAMODB), Optional.empty(),
                Optional.empty());
    }

    private static CallMatch onTable(String table) {
        return new CallMatch(Optional.empty(), Optional.of(Service.DYNAMODB), Optional.empty(), Optional.of(table));
    }

    private static FaultEffect refusal(String type) {
        return new FaultEffect.Refuse(type, "Planted.");
    }
}

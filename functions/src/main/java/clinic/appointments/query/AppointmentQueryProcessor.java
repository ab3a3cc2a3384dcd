package clinic.appointments.query;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;

import clinic.appointments.aws.Attempts;
import clinic.appointments.aws.AwsClients;
import clinic.appointments.aws.DynamoDbAppointmentSearch;
import clinic.appointments.aws.DynamoDbAppointments;
import clinic.appointments.aws.DynamoDbCalendars;
import clinic.appointments.aws.DynamoDbPatients;
import clinic.appointments.aws.DynamoDbReceipts;
import clinic.appointments.aws.KmsFingerprints;
import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.port.BadCursorException;
import clinic.appointments.port.Fingerprints;
import clinic.appointments.runtime.DomainSettings;
import clinic.appointments.runtime.Environment;
import clinic.appointments.runtime.FingerprintSettings;
import clinic.appointments.runtime.QueryFunction;
import clinic.appointments.wire.MalformedMessageException;
import clinic.appointments.wire.Problem;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Answers queries that come as API Gateway proxy events. */
public final class AppointmentQueryProcessor
        implements
            RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {

    private final AnswerQuestion answerQuestion;
    private final ZoneId clinic;
    private final QueryFunction function;

    public AppointmentQueryProcessor() {
        this(Environment.read(System.getenv(), Settings::of), AwsClients.dynamoDb());
    }

    private AppointmentQueryProcessor(Settings settings, DynamoDbClient dynamoDb) {
        Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
        FindAppointments find = new FindAppointments(
                DynamoDbAppointments.leavingOutWhatCannotBeRead(dynamoDb, settings.appointmentsTable()),
                DynamoDbAppointmentSearch.leavingOutWhatCannotBeRead(dynamoDb, settings.appointmentsTable()),
                new DynamoDbCalendars(dynamoDb, settings.calendarsTable()),
                new FindAppointments.Terms(settings.terms(), clock));
        Fingerprints fingerprints = new KmsFingerprints(AwsClients.kms(), settings.fingerprints().key(),
                settings.fingerprints().versions());
        answerQuestion = new AnswerQuestion(find,
                new DynamoDbPatients(dynamoDb, settings.patientsTable(), fingerprints),
                new DynamoDbReceipts(dynamoDb, settings.idempotencyTable(),
                        new Attempts(clock, () -> UUID.randomUUID().toString()), fingerprints));
        clinic = settings.terms().zone();
        function = new QueryFunction(this::reply, settings.metrics());
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return function.process(event, context);
    }

    private APIGatewayProxyResponseEvent reply(APIGatewayProxyRequestEvent event) {
        try {
            return Route.of(event.getHttpMethod(), event.getResource())
                    .map(route -> Reply.to(answerQuestion.answer(route.question(QuestionFields.of(event, clinic)))))
                    .orElseGet(() -> Reply.problem(Problem.noSuchRoute()));
        } catch (MalformedMessageException | InvalidValueException | BadCursorException bad) {
            return Reply.problem(Problem.badRequest(bad.getMessage()));
        }
    }

    private record Settings(String appointmentsTable, String calendarsTable, String patientsTable,
            String idempotencyTable, FingerprintSettings fingerprints, BookingTerms terms, String metrics) {

        static Settings of(Environment environment) {
            return new Settings(environment.text(EnvironmentKey.APPOINTMENTS_TABLE),
                    environment.text(EnvironmentKey.CALENDARS_TABLE), environment.text(EnvironmentKey.PATIENTS_TABLE),
                    environment.text(EnvironmentKey.IDEMPOTENCY_TABLE),
                    DomainSettings.fingerprints(environment), DomainSettings.terms(environment),
                    environment.text(EnvironmentKey.POWERTOOLS_METRICS_NAMESPACE));
        }
    }
}

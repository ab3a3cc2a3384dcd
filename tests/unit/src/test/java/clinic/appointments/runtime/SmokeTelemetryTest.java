package clinic.appointments.runtime;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.log.LogContext;
import clinic.appointments.message.Correlation;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.FollowUp;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.ServiceObjective;
import clinic.appointments.message.Timeliness;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.ExternalFault;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.lambda.powertools.metrics.Metrics;

import static org.assertj.core.api.Assertions.assertThat;

/** The smoke test is no business of the clinic: its messages are not counted, unless something is wrong with them. */
class SmokeTelemetryTest {

    private static final RunningVersion VERSION = new RunningVersion("function", "7");
    private static final IncomingMessage MESSAGE = new IncomingMessage("1", "{}", Map.of(),
            new IncomingMessage.Delivery("handle", 1, Optional.empty()));

    private final List<String> counted = new ArrayList<>();
    private final Metrics metrics = (Metrics) Proxy.newProxyInstance(Metrics.class.getClassLoader(),
            new Class<?>[]{Metrics.class}, (_, method, arguments) -> {
                if (method.getName().equals("flushSingleMetric")) {
                    counted.add((String) arguments[0]);
                }
                return null;
            });

    @AfterEach
    void forget() {
        LogContext.clear();
    }

    static Stream<Disposition> good() {
        return Stream.of(new Disposition.Accepted(Effect.BOOKED), new Disposition.Deferred("CONTENDED", Duration.ZERO));
    }

    static Stream<Disposition> bad() {
        return Stream.of(new Disposition.Rejected(RejectionReason.RESERVED_ID), new Disposition.Parked("body is bad"),
                new Disposition.Faulted(ExternalFault.MAIL_NOT_TAKEN, "Paused", Duration.ZERO));
    }

    @ParameterizedTest
    @MethodSource("good")
    void doesNotCountWhatGoesWell(Disposition disposition) {
        message("smoke-1-book", "smoke-1-book");
        settle(disposition);
        message("r-1", "smoke-1-book");
        settle(disposition);
        assertThat(counted).isEmpty();

        message("r-1", "a-1");
        settle(disposition);
        assertThat(counted).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void countsWhatGoesWrong(Disposition disposition) {
        message("smoke-1-book", "smoke-1-book");
        settle(disposition);
        assertThat(counted).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"smoke-1, 0", "a-1, 1"})
    void doesNotCountItsAppointmentsAsConfirmedInTime(String appointment, int times) {
        message("r-1", appointment);
        MetricCounts counts = new MetricCounts(metrics, "namespace");
        new MetricServiceLevels(counts).count(ServiceObjective.CONFIRMED, Timeliness.ON_TIME);
        counts.write();
        assertThat(counted).hasSize(times);
    }

    @ParameterizedTest
    @CsvSource({"smoke-1, 0", "a-1, 1"})
    void doesNotCountItsQueries(String appointment, int times) {
        var query = new QueryFunction(_ -> new APIGatewayProxyResponseEvent().withStatusCode(200), metrics,
                "namespace");
        query.process(new APIGatewayProxyRequestEvent().withHttpMethod("GET").withResource("/appointments/{id}")
                .withPathParameters(Map.of("id", appointment)), new InvocationContext(() -> 1000));
        assertThat(counted).hasSize(times);
    }

    private void settle(Disposition disposition) {
        MetricCounts counts = new MetricCounts(metrics, "namespace");
        new MessageTelemetry(counts, InstantSource.system()).begin(MESSAGE, VERSION).settled(disposition);
        counts.write();
    }

    private static void message(String request, String appointment) {
        LogContext.clear();
        LogContext.followUp(new FollowUp(new AppointmentId(appointment), new RequestId(request),
                new Correlation(request, Optional.empty())));
    }
}

package clinic.appointments.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RequestId;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.wire.MalformedMessageException;
import clinic.appointments.wire.SearchCodec;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;

/** The parts of an API Gateway event that a question is read from. */
record QuestionFields(Map<String, String> path, Map<String, String> query, String body) {

    private static final int DEFAULT_SIZE = 25;

    static QuestionFields of(APIGatewayProxyRequestEvent event) {
        return new QuestionFields(orEmpty(event.getPathParameters()), orEmpty(event.getQueryStringParameters()),
                Optional.ofNullable(event.getBody()).orElse(""));
    }

    void refuseOthersThan(Set<String> known) {
        query.keySet().stream().filter(name -> !known.contains(name)).sorted().findFirst().ifPresent(name -> {
            throw new MalformedMessageException("a query parameter", "is not known here; known are " + known.stream()
                    .sorted().toList());
        });
    }

    Question appointment() {
        return new Question.OneAppointment(new AppointmentId(inPath("appointmentId")));
    }

    Question ofStatus() {
        return new Question.AppointmentsOfStatus(status(inQuery("status")), date(inQuery("date")), page());
    }

    Question ofPatient() {
        return new Question.AppointmentsOfPatient(new PatientId(inPath("patientId")), page());
    }

    Question patient() {
        return new Question.OnePatient(new PatientId(inPath("patientId")));
    }

    Question ofEmail() {
        return new Question.PatientsOfEmail(SearchCodec.email(body));
    }

    Question receipt() {
        return new Question.OneReceipt(new RequestId(inPath("requestId")));
    }

    private PageRequest page() {
        return new PageRequest(Optional.ofNullable(query.get("limit")).map(QuestionFields::size).orElse(DEFAULT_SIZE),
                Optional.ofNullable(query.get("cursor")));
    }

    private static int size(String limit) {
        boolean fits = limit.matches("[0-9]{1,3}") && Integer.parseInt(limit) >= 1
                && Integer.parseInt(limit) <= PageRequest.LARGEST;
        if (!fits) {
            throw new InvalidValueException("limit", "must be a number from 1 to " + PageRequest.LARGEST);
        }
        return Integer.parseInt(limit);
    }

    private static AppointmentStatus status(String name) {
        return Arrays.stream(AppointmentStatus.values()).filter(status -> status.name().equals(name)).findFirst()
                .orElseThrow(() -> new InvalidValueException("status",
                        "must be one of " + Arrays.toString(AppointmentStatus.values())));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw new InvalidValueException("date", "must be a date such as 2026-03-29");
        }
    }

    private String inPath(String name) {
        return required(path, name);
    }

    private String inQuery(String name) {
        return required(query, name);
    }

    private static String required(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(() -> new MalformedMessageException(name, "is missing"));
    }

    private static Map<String, String> orEmpty(Map<String, String> values) {
        return Optional.ofNullable(values).orElse(Map.of());
    }
}

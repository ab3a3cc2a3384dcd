package clinic.appointments.query;

import java.util.Map;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;

/** Answers and problems as HTTP responses. */
final class Reply {

    private Reply() {
    }

    static APIGatewayProxyResponseEvent to(Answer answer) {
        return switch (answer) {
            case Answer.OneAppointment(var appointment) -> ok(AppointmentJson.whole(appointment));
            case Answer.Appointments(var page) -> ok(AppointmentJson.page(page));
            case Answer.Displaced(var displacements) -> ok(AppointmentJson.displaced(displacements));
            case Answer.FreeSlots(var slots) -> ok(FreeSlotsJson.of(slots));
            case Answer.Candidates(var page, var explained) -> ok(FreeSlotsJson.page(page, explained));
            case Answer.OnePatient(var patient) -> ok(PatientJson.of(patient));
            case Answer.Patients(var page) -> ok(PatientJson.page(page));
            case Answer.OneResource(var resource) -> ok(ResourceJson.of(resource));
            case Answer.OnePool(var pool) -> ok(PoolJson.of(pool));
            case Answer.OneVisitType(var type) -> ok(VisitTypeJson.of(type));
            case Answer.OneBlock(var block) -> ok(BlockJson.of(block));
            case Answer.Blocks(var blocks) -> ok(BlockJson.list(blocks));
            case Answer.OneReceipt(var receipt) -> ok(ReceiptJson.of(receipt));
            case Answer.Summary(var summary) -> ok(OverdueSummaryJson.of(summary));
            case Answer.Absent() -> problem(Problem.notFound());
        };
    }

    static APIGatewayProxyResponseEvent problem(Problem problem) {
        return response(problem.status(), problem.toJson(), Problem.MEDIA_TYPE);
    }

    private static APIGatewayProxyResponseEvent ok(String body) {
        return response(200, body, "application/json");
    }

    private static APIGatewayProxyResponseEvent response(int status, String body, String mediaType) {
        return new APIGatewayProxyResponseEvent().withStatusCode(status).withHeaders(Map.of("Content-Type", mediaType))
                .withBody(body);
    }
}

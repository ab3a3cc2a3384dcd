package clinic.appointments.query;

import java.time.ZoneId;
import java.util.Objects;

import clinic.appointments.model.InvalidValueException;
import clinic.appointments.port.BadCursorException;
import clinic.appointments.runtime.CorrelationHeader;
import clinic.appointments.wire.MalformedMessageException;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;

/**
 * Queries over HTTP: the route determines the question, and a bad question is a problem of status 400.
 *
 * @param clinic zone of dates that come without a zone
 */
record HttpQueries(AnswerQuestion answerQuestion, ZoneId clinic) {

    APIGatewayProxyResponseEvent reply(APIGatewayProxyRequestEvent event) {
        try {
            CorrelationHeader.check(event);
            return Route.of(event.getHttpMethod(), event.getResource())
                    .map(route -> Reply.to(answerQuestion.answer(route.question(QueryParameters.of(event, clinic)))))
                    .orElseGet(() -> Reply.problem(Problem.noSuchRoute()));
        } catch (MalformedMessageException | InvalidValueException | BadCursorException bad) {
            return Reply.problem(Problem.badRequest(Objects.requireNonNull(bad.getMessage())));
        }
    }
}

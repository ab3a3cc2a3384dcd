package clinic.appointments.aws;

import java.util.Map;

import clinic.appointments.message.Correlation;
import clinic.appointments.message.IncomingMessage;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** A correlation as message attributes: readable even where the body is not, and kept by a redrive. */
final class CorrelationAttributes {

    private CorrelationAttributes() {
    }

    static Map<String, MessageAttributeValue> of(Correlation correlation) {
        return Map.of(IncomingMessage.CORRELATION_ID, text(correlation.correlationId()));
    }

    static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }
}

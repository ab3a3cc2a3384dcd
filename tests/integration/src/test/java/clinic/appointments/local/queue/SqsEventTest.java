package clinic.appointments.local.queue;

import java.io.IOException;
import java.util.List;

import clinic.appointments.local.trace.TraceHeader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A function receives a batch in Lambda's serialization. */
class SqsEventTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ARN = "arn:aws:sqs:eu-central-1:123456789012:work";
    private static final String RECEIVED = """
            {"MessageId": "m1", "ReceiptHandle": "h1", "Body": "{}", "MD5OfBody": "md5",
             "MD5OfMessageAttributes": "md5a",
             "Attributes": {"ApproximateReceiveCount": "2", "AWSTraceHeader": "Root=1-a-b;Parent=c;Sampled=1"},
             "MessageAttributes": {"requestId": {"DataType": "String", "StringValue": "r1"}}}
            """;
    private static final String EVENT = """
            {"Records": [{"messageId": "m1", "receiptHandle": "h1", "body": "{}",
              "attributes": {"ApproximateReceiveCount": "2", "AWSTraceHeader": "Root=1-a-b;Parent=c;Sampled=1"},
              "messageAttributes": {"requestId": {"stringValue": "r1", "stringListValues": [], "binaryListValues": [],
                "dataType": "String"}},
              "md5OfMessageAttributes": "md5a", "md5OfBody": "md5", "eventSource": "aws:sqs",
              "eventSourceARN": "%s", "awsRegion": "eu-central-1"}]}
            """.formatted(ARN);

    @Test
    void carriesEverythingThatWasReceived() throws IOException {
        assertThat(JSON.readTree(event().json())).isEqualTo(JSON.readTree(EVENT));
    }

    @Test
    void namesTheTracesOfItsMessages() throws IOException {
        assertThat(event().traces()).containsExactly(new TraceHeader("1-a-b", "c"));
    }

    private static SqsEvent event() throws IOException {
        JsonNode message = JSON.readTree(RECEIVED);
        return new SqsEvent(List.of(message), ARN);
    }
}

package clinic.appointments.local.gateway;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads of what does not exist are counted as DynamoDB bills them, once. */
class AbsentItemsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"RequestItems":{"T":{"Keys":[1,2,3],"ConsistentRead":true}}} | {"Responses":{"T":[1]}}                                   | 2
            {"RequestItems":{"T":{"Keys":[1,2,3]}}}                       | {"Responses":{"T":[1]}}                                   | 1
            {"RequestItems":{"T":{"Keys":[1,2]},"U":{"Keys":[1]}}}        | {"Responses":{"T":[1,2],"U":[1]}}                         | 0
            {"RequestItems":{"T":{"Keys":[1,2,3]}}}                       | {"Responses":{},"UnprocessedKeys":{"T":{"Keys":[1,2,3]}}} | 0""")
    void areThoseThatABatchAskedForAndDidNotGet(String request, String response, double units) throws IOException {
        assertThat(absent("BatchGetItem", request, response).units(new Capacity(1, 0))).isEqualTo(units);
    }

    @Test
    void areNotCountedTwiceWhenTheEngineReportsThem() throws IOException {
        AbsentItems absent = absent("GetItem", "{\"ConsistentRead\":true}", "{}");
        assertThat(absent.units(new Capacity(1, 0))).isZero();
        assertThat(absent.units(Capacity.NONE)).isEqualTo(1);
        assertThat(absent("PutItem", "{}", "{}").units(Capacity.NONE)).isZero();
    }

    private static AbsentItems absent(String action, String request, String response) throws IOException {
        return new AbsentItems(new Call(Service.DYNAMODB, action, JSON.readTree(request), "/", Map.of()),
                JSON.readTree(response));
    }
}

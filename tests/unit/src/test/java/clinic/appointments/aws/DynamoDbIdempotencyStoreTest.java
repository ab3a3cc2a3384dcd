package clinic.appointments.aws;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Keys and hashes as the base class of Powertools 1.15 computed them: records in stages have them. */
class DynamoDbIdempotencyStoreTest {

    @Test
    void keepsTheKeysOfEarlierRecords() {
        assertThat(DynamoDbIdempotencyStore.key("123456789012/client|book-1"))
                .isEqualTo("request#731b1aca75afcbf72d39e7ec3c008facd45cf4877534c87fdb26a79112c99182");
    }

    @Test
    void keepsTheHashesOfEarlierPayloadsWhichHaveNoLeadingZeros() {
        assertThat(DynamoDbIdempotencyStore.hash("1:30"))
                .isEqualTo("90dcce8b56e5998b22ac30cf1f80fccd431950d68c68824c6228d4aa72b55a5");
        assertThat(DynamoDbIdempotencyStore.hash("1:31"))
                .isEqualTo("85a82707b0072eab3c9c8a34eadb6a36344141411bf54fc8653f4da086b3f0d0");
        assertThat(DynamoDbIdempotencyStore.hash("")).isEmpty();
    }
}

package clinic.appointments.aws;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The size of an item as DynamoDB counts it (DynamoDB Developer Guide, "DynamoDB item sizes and formats"). */
final class ItemSize {

    private static final int OF_A_COLLECTION = 3;

    private ItemSize() {
    }

    static int of(Map<String, AttributeValue> item) {
        return item.entrySet().stream().mapToInt(entry -> bytes(entry.getKey()) + of(entry.getValue())).sum();
    }

    static int of(AttributeValue value) {
        return switch (value.type()) {
            case S -> bytes(value.s());
            case N -> number(value.n());
            case B -> value.b().asByteArray().length;
            case M -> OF_A_COLLECTION + value.m().size() + of(value.m());
            case L -> OF_A_COLLECTION + value.l().size() + value.l().stream().mapToInt(ItemSize::of).sum();
            default -> throw new IllegalArgumentException("no item has a value of type " + value.type());
        };
    }

    /** A byte for two significant digits, one more, and one for a minus. */
    private static int number(String number) {
        String digits = number.replaceAll("^-?0*|0*$", "");
        return (digits.length() + 1) / 2 + 1 + (number.startsWith("-") ? 1 : 0);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

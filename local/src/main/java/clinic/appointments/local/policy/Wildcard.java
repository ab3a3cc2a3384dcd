package clinic.appointments.local.policy;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A pattern of IAM: {@code *} stands for any number of characters and {@code ?} for one (IAM: "IAM JSON policy
 * elements: Resource").
 */
record Wildcard(Pattern pattern) {

    static Wildcard of(String text, int flags) {
        String expression = text.chars().mapToObj(Wildcard::expression).collect(Collectors.joining());
        return new Wildcard(Pattern.compile(expression, flags));
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }

    private static String expression(int character) {
        return switch (character) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(Character.toString(character));
        };
    }
}

package clinic.appointments.flow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Canaries: a unique text in each personal field of each message. Whoever finds one, a piece of one or one in another
 * form, knows that a value has left its field.
 */
final class Canaries {

    /** The fields of every message that tell something about a patient. */
    static final Set<String> PERSONAL = Set.of("firstName", "lastName", "email", "phone", "dateOfBirth", "notes");

    private static final LocalDate FIRST_BIRTH = LocalDate.of(1901, 1, 1);
    private static final int BIRTHS = 15_000;
    private static final int LETTERS = 16;
    private static final int DIGITS = 11;
    private static final int PIECE = 8;
    /** That of {@link String#hashCode}. */
    private static final int FACTOR = 31;
    /** The factor of the first of {@link #PIECE} characters. */
    private static final int FIRST_FACTOR = IntStream.range(1, PIECE).reduce(1, (power, _) -> power * FACTOR);
    private static final String HALF_AN_EMOJI = "\ud83d";
    private static final String NO_CHARACTER = "\uffff";

    private final Random random = new Random();
    private final List<String> words = new ArrayList<>();
    /** One for all: each more would be found more often by chance, among the digits of ids. */
    private final String birth = FIRST_BIRTH.plusDays(random.nextInt(BIRTHS)).toString();

    /** Replaces each personal text, at any depth; changed in place. */
    JsonNode put(JsonNode body) {
        if (body instanceof ObjectNode object) {
            object.propertyStream().filter(field -> PERSONAL.contains(field.getKey()) && field.getValue().isTextual())
                    .map(field -> field.getKey()).toList().forEach(field -> object.put(field, of(field)));
        }
        body.forEach(this::put);
        return body;
    }

    /** Another canary, in the form of the field. */
    String of(String field) {
        return switch (field) {
            case "email" -> word() + "@" + word() + ".example";
            case "phone" -> "+" + digits();
            case "dateOfBirth" -> birth;
            default -> word();
        };
    }

    /** Another canary of letters. */
    String word() {
        return remember(random.ints(LETTERS, 'a', 'z' + 1));
    }

    private String remember(IntStream characters) {
        String word = characters.mapToObj(Character::toString).collect(Collectors.joining());
        words.add(word);
        return word;
    }

    /** The forms of the canaries that a text contains. */
    List<String> in(String text) {
        Set<String> found = among(Stream.concat(words.stream().flatMap(Canaries::pieces), dates(birth)),
                text.toLowerCase(Locale.ROOT));
        found.addAll(among(Stream.concat(words.stream(), Stream.of(birth)).flatMap(Canaries::encoded), text));
        return List.copyOf(found);
    }

    /**
     * Those of the forms that a text contains, found in one pass however many there are: the hash of the next
     * {@link #PIECE} characters, which each form has at least, follows from the one before (R. M. Karp, M. O. Rabin,
     * 1987).
     */
    private static Set<String> among(Stream<String> forms, String text) {
        Map<Integer, List<String>> byBeginning = forms.distinct()
                .collect(Collectors.groupingBy(form -> form.substring(0, PIECE).hashCode()));
        Set<String> found = new LinkedHashSet<>();
        int hash = 0;
        for (int end = 0; end < text.length(); end++) {
            int start = end - PIECE + 1;
            hash = (start > 0 ? hash - text.charAt(start - 1) * FIRST_FACTOR : hash) * FACTOR + text.charAt(end);
            for (String form : byBeginning.getOrDefault(hash, List.of())) {
                if (text.startsWith(form, start)) {
                    found.add(form);
                }
            }
        }
        return found;
    }

    private static Stream<String> pieces(String word) {
        return Stream.of(word.substring(0, PIECE), word.substring(word.length() - PIECE),
                HexFormat.of().formatHex(bytes(word)), hash(word));
    }

    private static Stream<String> dates(String birth) {
        return Stream.of(birth, birth.replace("-", ""), birth.replace('-', '.'), hash(birth));
    }

    /** Base 64 depends on how many bytes come before; the first and last characters depend on their neighbours. */
    private static Stream<String> encoded(String word) {
        return Stream.of("", " ", "  ").map(before -> Base64.getEncoder().encodeToString(bytes(before + word + "  ")))
                .map(text -> text.substring(4, text.length() - 4));
    }

    private static String hash(String word) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(word)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Copies of a message with one personal value in a form that it must not have. */
    List<JsonNode> misshapen(ObjectNode body) {
        return body.propertyStream().map(field -> field.getKey()).filter(PERSONAL::contains)
                .flatMap(field -> Stream.concat(shapes(), oddities(field))
                        .<JsonNode>map(shape -> body.deepCopy().set(field, shape)))
                .toList();
    }

    private Stream<JsonNode> shapes() {
        ArrayNode list = Service.JSON.createArrayNode().add(word());
        ObjectNode object = Service.JSON.createObjectNode().put(word(), word());
        return Stream.of(list, object, text(word() + "\u0000" + word()), text(word().repeat(100)),
                text("<" + word() + ">@" + word()), text(" " + word() + " "), text(word() + "\n" + word()));
    }

    private static JsonNode text(String value) {
        return Service.JSON.getNodeFactory().textNode(value);
    }

    /** As people write it and some services cannot take it. */
    private Stream<JsonNode> oddities(String field) {
        Stream<String> odd = switch (field) {
            case "email" -> Stream.of("gr\u00fcn." + word() + "@example.org", "a.." + word() + "@example.org",
                    word() + "@example..org", "a\u0007" + word() + "@example.org", word() + "@example.org\u200b",
                    "\ufeff" + word() + "@example.org", "Test <" + word() + "@example.org>, " + word());
            case "phone" -> Stream.of("(555) " + digits(), digits() + " ext. 12", "tel:+1-" + digits(),
                    "+1 555\u2011" + digits(), "call " + word());
            case "dateOfBirth" -> Stream.of(birth + "T00:00", "+1" + birth, birth.replace('-', '.'),
                    birth + "-" + word());
            default -> Stream.of(word() + HALF_AN_EMOJI, "A" + NO_CHARACTER + word(), "\ufeff" + word(),
                    "\u202e" + word(), word() + "\u00a0" + word(), "\ud83d\ude00".repeat(60) + word());
        };
        return odd.map(Canaries::text);
    }

    private String digits() {
        return remember(random.ints(DIGITS, '1', '9' + 1));
    }

    /** The text of a message; what cannot be sent as it is, is escaped. */
    static String json(JsonNode message) {
        return message.toString().replace(HALF_AN_EMOJI + "\"", "\\ud83d\"").replace(NO_CHARACTER, "\\uffff");
    }
}

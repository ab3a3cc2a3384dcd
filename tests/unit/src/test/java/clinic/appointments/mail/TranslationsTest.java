package clinic.appointments.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.port.NotificationType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every language says everything. */
class TranslationsTest {

    private static final Path DIRECTORY = Path.of("functions/src/main/resources/clinic/appointments/mail");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
    private static final Properties ENGLISH = read("mail.properties");

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".properties"))
                    .sorted().toList().stream();
        }
    }

    @Test
    void thereAreTheLanguagesThatArePromised() throws IOException {
        assertThat(bundles().toList()).contains("mail.properties", "mail_de.properties", "mail_es.properties",
                "mail_fr.properties");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noKeyIsMissingAndNoneIsSuperfluous(String bundle) {
        assertThat(read(bundle).stringPropertyNames()).isEqualTo(ENGLISH.stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noTextIsEmptyAndEachHasThePlaceholdersOfTheEnglishOne(String bundle) {
        Properties texts = read(bundle);
        assertThat(texts.stringPropertyNames()).allSatisfy(key -> {
            assertThat(texts.getProperty(key)).isNotBlank();
            assertThat(placeholders(texts.getProperty(key))).as(key)
                    .isEqualTo(placeholders(ENGLISH.getProperty(key)));
        });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void eachTextIsItsLanguagesOwn(String bundle) {
        Predicate<String> isEnglish = key -> read(bundle).getProperty(key).equals(ENGLISH.getProperty(key));
        assertThat(ENGLISH.stringPropertyNames().stream().filter(isEnglish))
                .hasSize(bundle.equals("mail.properties") ? ENGLISH.size() : 0);
    }

    @Test
    void everyOccasionHasASubjectAndALead() {
        assertThat(ENGLISH.stringPropertyNames()).containsAll(Stream.of(NotificationType.values())
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .flatMap(type -> Stream.of(type + ".subject", type + ".lead")).toList());
    }

    @Test
    void aMissingKeyWouldBeFound() {
        Properties incomplete = read("mail_de.properties");
        incomplete.remove("closing");
        assertThat(incomplete.stringPropertyNames()).isNotEqualTo(ENGLISH.stringPropertyNames());
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String bundle) {
        Properties properties = new Properties();
        try (InputStream stream = Translations.class.getResourceAsStream(bundle)) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package clinic.appointments.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The glossary: every public type of a package, with the first sentence of its documentation, which is the one place
 * that explains the word.
 *
 * @param root directory of the repository
 */
record Glossary(Path root) {

    private static final List<Section> SECTIONS = List.of(
            new Section("The domain", "shared-model/src/main/java/clinic/appointments/model"),
            new Section("Messages", "shared-model/src/main/java/clinic/appointments/message"),
            new Section("Ports", "functions/src/main/java/clinic/appointments/port"),
            new Section("Receiving requests", "functions/src/main/java/clinic/appointments/inbox"));
    private static final Pattern DOCUMENTED = Pattern.compile(
            "(?m)^( {4})?/\\*\\*(?<text>(?:(?!\\*/)[\\s\\S])*)\\*/\\n(?: *@[^\\n]*\\n)* *(?:public )?"
                    + "(?:static |sealed |final |abstract )*(?:class|record|interface|enum) (?<name>[A-Z]\\w*)");
    private static final Pattern SENTENCE = Pattern.compile("^(.*?\\.)(?: [A-Z`(<].*| *)$");

    private record Section(String title, String directory) {
    }

    String text() {
        return """
                # Glossary

                One line per term. The page is generated from the first sentence of each type's documentation, and
                `GlossaryTest` compares the two. After a change, run `mvn -q -Ppages test`.
                """ + SECTIONS.stream().map(this::section).collect(Collectors.joining());
    }

    private String section(Section section) {
        return "\n## " + section.title() + "\n\n| term | meaning |\n| --- | --- |\n" + files(section).stream()
                .flatMap(Glossary::rows).sorted().collect(Collectors.joining("\n")) + "\n";
    }

    private List<Path> files(Section section) {
        try (Stream<Path> files = Files.list(root.resolve(section.directory()))) {
            return files.filter(file -> !file.endsWith("package-info.java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> rows(Path file) {
        try {
            String source = Files.readString(file);
            return DOCUMENTED.matcher(source).results()
                    .map(type -> "| %s | %s |".formatted(term(file, type), firstSentence(type.group("text"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String term(Path file, MatchResult type) {
        String owner = file.getFileName().toString().replace(".java", "");
        String name = type.group("name");
        return "`" + (name.equals(owner) ? name : owner + "." + name) + "`";
    }

    /** Without the tags of Javadoc; a reference is printed as its last name. */
    static String firstSentence(String documentation) {
        String text = documentation.lines().map(line -> line.replaceFirst("^ *\\* ?", "").strip())
                .takeWhile(line -> !line.startsWith("@")).filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" ")).strip();
        String plain = text.replaceAll("\\{@(?:link|linkplain|code) #?([^}]*)}", "`$1`").replace("|", "\\|");
        return SENTENCE.matcher(plain).replaceFirst("$1");
    }
}

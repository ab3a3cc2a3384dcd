package clinic.appointments.preflight;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.infrastructure.StageName;
import clinic.appointments.infrastructure.StageSettings;
import clinic.appointments.infrastructure.StartProblem;

/**
 * Looks at the account of the credentials and says what a stage still needs there. The argument is the name of the
 * stage. Status 1 means that something is missing, or could not be looked at.
 */
public final class Preflight {

    private Preflight() {
    }

    public static void main(String[] arguments) throws IOException {
        try {
            forgetLastWords();
            var target = target(arguments[0], Path.of("infrastructure/stages"));
            var calls = SignedCalls.ofThisProcess(target.settings().region());
            finish(run(target, calls, System.out) ? "" : System.lineSeparator());
        } catch (StartProblem | PreflightProblem problem) {
            finish(problem.getMessage() + System.lineSeparator());
        }
    }

    static Target target(String stage, Path files) {
        var name = StageName.parse(stage);
        return new Target(name, StageSettings.of(name, files));
    }

    /** Prints the table; true if nothing is missing. */
    static boolean run(Target target, SignedCalls calls, PrintStream out) {
        var findings = findings(target, calls);
        out.print(new FindingTable(target.stage().id(), findings).text());
        return findings.stream().noneMatch(Finding::isMissing);
    }

    /** The answer of every check. */
    static List<Finding> findings(Target target, SignedCalls calls) {
        return checks(target, new Answers(calls)).map(Check::answer).toList();
    }

    private static Stream<Check> checks(Target target, Answers answers) {
        var stacks = new StackChecks(target, answers);
        return Stream.of(new AccountChecks(target, answers).all(),
                new QuotaChecks(target, answers, stacks::serviceIsDeployed).all(),
                new MailChecks(target, answers).all(), stacks.all()).flatMap(List::stream);
    }

    /** Leaves the last words of a build that fails where the build reads them; without a build, prints them. */
    private static void finish(String lastWords) {
        if (lastWords.isEmpty()) {
            return;
        }
        file().ifPresentOrElse(file -> write(file, lastWords), () -> System.err.print(lastWords));
        System.exit(1);
    }

    private static Optional<Path> file() {
        return Optional.ofNullable(System.getProperty("failure")).map(Path::of);
    }

    private static void forgetLastWords() throws IOException {
        if (file().isPresent()) {
            Files.deleteIfExists(file().get());
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

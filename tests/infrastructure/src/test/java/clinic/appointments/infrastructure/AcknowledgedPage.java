package clinic.appointments.infrastructure;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** What of the rule packs is broken on purpose, as a page for reviewers. */
final class AcknowledgedPage {

    private static final String INTRODUCTION = """
            # Rules that are broken on purpose

            cdk-nag's packs AwsSolutions, HIPAA Security and Serverless look at every stage in `mvn verify`. Nothing is
            found but this. Generated from `Acknowledgement` and the findings, and compared with them by
            `RulePacksTest`; to approve a change, run
            `mvn -pl tests/infrastructure -am test -DupdateSnapshots=true -Dtest=RulePacksTest -Dsurefire.failIfNoSpecifiedTests=false`.
            """;

    private AcknowledgedPage() {
    }

    static String of(Collection<RulePacks.Finding> findings) {
        return Arrays.stream(Acknowledgement.values()).map(acknowledged -> section(acknowledged, findings))
                .collect(Collectors.joining("", INTRODUCTION, ""));
    }

    private static String section(Acknowledgement acknowledged, Collection<RulePacks.Finding> findings) {
        var resources = findings.stream().filter(acknowledged::covers)
                .map(finding -> "- `" + finding.resource() + "`"
                        + (finding.detail().isEmpty() ? "" : ": `" + finding.detail() + "`") + " ("
                        + finding.rule() + ")\n")
                .distinct().sorted().collect(Collectors.joining());
        return "\n## " + acknowledged.rules() + "\n\n" + acknowledged.reason() + "\n\n" + resources;
    }
}

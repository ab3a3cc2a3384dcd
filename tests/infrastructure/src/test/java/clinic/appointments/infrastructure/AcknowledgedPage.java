package clinic.appointments.infrastructure;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** The rules of the packs that the service breaks on purpose, as a page for reviewers. */
final class AcknowledgedPage {

    private static final String INTRODUCTION = """
            # Acknowledged rules

            `mvn verify` checks every stage with cdk-nag's packs AwsSolutions, HIPAA Security and Serverless. These are
            the only findings, and they are intentional. The page is generated from `Acknowledgement` and the findings,
            and `RulePacksTest` compares it with them. To approve a change, run
            `mvn -q -Ppages test`.
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

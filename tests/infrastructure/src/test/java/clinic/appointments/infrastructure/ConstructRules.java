package clinic.appointments.infrastructure;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

/** Rules about constructs. {@code root} is the package that they are about, so that a bad example can be shown. */
record ConstructRules(String root) {

    /** A question, or a verb in the third person; words such as {@code process} end in two. */
    private static final String NO_COMMAND = "(is|are|has|may|can)[A-Z].*|[a-z]+[a-rt-z]s([A-Z].*)?";

    /** Building blocks serve any domain. */
    ArchRule patternsKnowNothingOfAppointments() {
        return noClasses().that().resideInAPackage(root + ".patterns").should()
                .dependOnClassesThat(new DescribedPredicate<>("belong to the service") {

                    @Override
                    public boolean test(JavaClass type) {
                        return type.getPackageName().startsWith("clinic.appointments")
                                && !type.getPackageName().equals(root + ".patterns");
                    }
                });
    }

    /** What changes something is a command, as in the CDK: grantSendMessages, addEnvironment. */
    ArchRule mutatorsAreCommands() {
        return noMethods().that().areDeclaredInClassesThat().resideInAPackage(root + "..").and()
                .haveRawReturnType(void.class).should().haveNameMatching(NO_COMMAND);
    }
}

package clinic.appointments.infrastructure;

import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import software.amazon.awscdk.Stage;
import software.constructs.Construct;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

/** Rules about constructs. {@code root} is the package that they are about, so that a bad example can be shown. */
record ConstructRules(String root) {

    /** A question, or a verb in the third person; words such as {@code process} end in two. */
    private static final String NO_COMMAND = "(is|are|has|may|can)[A-Z].*|[a-z]+[a-rt-z]s([A-Z].*)?";

    private static final int MAX_PARAMETERS = 4;

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

    /** As every construct of the CDK: a scope, an id, and properties by name when there are more than two. */
    ArchRule constructsTakeScopeIdAndProperties() {
        return classes().that().areAssignableTo(Construct.class).and().areNotAssignableTo(Stage.class).and()
                .resideInAPackage(root + "..").should(new ArchCondition<>("take a scope, an id and two more at most") {

                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getConstructors().forEach(constructor -> events.add(new SimpleConditionEvent(constructor,
                                isUsual(constructor.getRawParameterTypes()), constructor.getDescription())));
                    }
                });
    }

    private static boolean isUsual(List<JavaClass> parameters) {
        return parameters.size() >= 2 && parameters.size() <= MAX_PARAMETERS
                && parameters.get(0).isEquivalentTo(Construct.class) && parameters.get(1).isEquivalentTo(String.class);
    }

    /** What changes something is a command, as in the CDK: grantSendMessages, addEnvironment. */
    ArchRule mutatorsAreCommands() {
        return noMethods().that().areDeclaredInClassesThat().resideInAPackage(root + "..").and()
                .haveRawReturnType(void.class).should().haveNameMatching(NO_COMMAND);
    }
}

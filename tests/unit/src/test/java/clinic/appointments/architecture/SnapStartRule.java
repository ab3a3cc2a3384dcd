package clinic.appointments.architecture;

import java.net.Socket;
import java.net.URL;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import software.amazon.awssdk.core.SdkClient;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * Rules about what a snapshot copies. Lambda initializes a function once and restores many instances from its memory,
 * so that whatever differs between instances is made per invocation (Lambda: "Handling uniqueness with Lambda
 * SnapStart"). The JDK's own secure generator is safe: it asks the operating system.
 */
enum SnapStartRule {

    /** Generators whose state is in the snapshot, so that all instances draw the same numbers. */
    GENERATORS(noClasses().should()
            .dependOnClassesThat(belongToAnyOf(SplittableRandom.class, ThreadLocalRandom.class,
                    RandomGeneratorFactory.class))
            .orShould().callConstructor(Random.class).orShould().callConstructor(Random.class, long.class)
            .orShould().callMethod(RandomGenerator.class, "getDefault")
            .orShould().callMethod(RandomGenerator.class, "of", String.class)
            .orShould().callMethod(Math.class, "random")
            .orShould().callConstructor(SecureRandom.class, byte[].class)),
    IDS(noClasses().should(initializeWith("a random id", call -> isCallOf(call, UUID.class, "randomUUID")))),
    CLOCKS(noClasses()
            .should(initializeWith("a time",
                    call -> Stream.of(Instant.class, LocalDate.class).anyMatch(type -> isCallOf(call, type, "now"))
                            || isCallOf(call, System.class, "currentTimeMillis")
                            || isCallOf(call, System.class, "nanoTime")
                            || Stream.of("instant", "millis").anyMatch(name -> isCallOf(call, Clock.class, name)
                                    || isCallOf(call, InstantSource.class, name))))
            .orShould().callMethod(Clock.class, "fixed", Instant.class, java.time.ZoneId.class)),
    /** The clients of the SDK connect when they are called. Priming closes its connections before the snapshot. */
    CONNECTIONS(noClasses()
            .should(initializeWith("a call of AWS",
                    call -> call.getTargetOwner().isAssignableTo(SdkClient.class)
                            && !call.getTarget().getName().matches("builder|create|serviceName")))
            .orShould(connectOutsideOfPriming())),
    /** The SDK's default chain asks Lambda again when credentials expire. */
    CREDENTIALS(noClasses().should().dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk.auth.credentials.."));

    private final ArchRule rule;

    SnapStartRule(ArchRule rule) {
        this.rule = rule;
    }

    ArchRule rule() {
        return rule;
    }

    /** Calls in constructors and static initializers; what is in a lambda happens later. */
    private static ArchCondition<JavaClass> initializeWith(String what,
            java.util.function.Predicate<JavaMethodCall> found) {
        return new ArchCondition<>("initialize with " + what) {

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                initializers(type).flatMap(unit -> unit.getMethodCallsFromSelf().stream())
                        .filter(call -> !call.isDeclaredInLambda()).filter(found)
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(type, call.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> connectOutsideOfPriming() {
        return new ArchCondition<>("connect outside of priming") {

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(_ -> !type.getPackageName().endsWith(".priming"))
                        .filter(found -> belongToAnyOf(HttpClient.class, Socket.class, URL.class)
                                .test(found.getTargetClass()))
                        .forEach(found -> events.add(SimpleConditionEvent.satisfied(type, found.getDescription())));
            }
        };
    }

    private static Stream<JavaCodeUnit> initializers(JavaClass type) {
        return type.getCodeUnits().stream().filter(DescribedPredicate.describe("initialize",
                unit -> unit.isConstructor() || unit.getName().equals("<clinit>")));
    }

    private static boolean isCallOf(JavaMethodCall call, Class<?> type, String method) {
        return call.getTargetOwner().isEquivalentTo(type) && call.getTarget().getName().equals(method);
    }
}

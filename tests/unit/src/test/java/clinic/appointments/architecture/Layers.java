package clinic.appointments.architecture;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The rules. {@code root} is the package that they are about, so that the same rule can be shown a bad example. */
final class Layers {

    /** Annotations that the compiler checks and no runtime needs. */
    private static final String NULLNESS = "org.jspecify.annotations";
    private static final String[] STAGES = {"request", "confirmation", "reminder", "query", "smoke"};

    private final String root;

    Layers(String root) {
        this.root = root;
    }

    ArchRule modelTouchesTheJdkOnly() {
        return only("model", "java..");
    }

    ArchRule messageTouchesModel() {
        return only("message", "java..", of("model"));
    }

    ArchRule contractTouchesTheJdkOnly() {
        return only("contract", "java..");
    }

    ArchRule portTouchesModelAndMessage() {
        return only("port", "java..", of("model"), of("message"));
    }

    ArchRule mailTouchesModelAndPort() {
        return only("mail", "java..", of("model"), of("port"));
    }

    ArchRule wireTouchesLanguageAndJackson() {
        return only("wire", "java..", "com.fasterxml.jackson..", of("model"), of("message"), of("contract"),
                of("port"));
    }

    ArchRule runtimeTouchesNeitherStagesNorAws() {
        return noClasses().that().resideInAPackage(of("runtime")).should().dependOnClassesThat()
                .resideInAnyPackage(of("request"), of("confirmation"), of("reminder"), of("query"), of("aws"));
    }

    ArchRule awsTouchesNeitherStagesNorRuntime() {
        return noClasses().that().resideInAPackage(of("aws")).should().dependOnClassesThat()
                .resideInAnyPackage(of("request"), of("confirmation"), of("reminder"), of("query"), of("runtime"));
    }

    ArchRule onlyWiringKnowsAws() {
        return noClasses().that().resideOutsideOfPackages(of("aws"), of("wiring")).should().dependOnClassesThat()
                .resideInAPackage(of("aws"));
    }

    ArchRule onlyHandlersAreWired() {
        return noClasses().that().resideOutsideOfPackage(of("wiring")).and().haveSimpleNameNotEndingWith("Processor")
                .should().dependOnClassesThat().resideInAPackage(of("wiring"));
    }

    ArchRule wiringKnowsNoStage() {
        return noClasses().that().resideInAPackage(of("wiring")).should().dependOnClassesThat()
                .resideInAnyPackage(stagePackages());
    }

    ArchRule onlyAwsAndWiringImportTheSdk() {
        return noClasses().that().resideOutsideOfPackages(of("aws"), of("wiring"), of("priming")).should()
                .dependOnClassesThat().resideInAnyPackage("software.amazon.awssdk..");
    }

    ArchRule inboxTouchesPortsOnly() {
        return only("inbox", "java..", of("model"), of("message"), of("port"));
    }

    /** Handlers assemble; the use cases beside them know neither AWS nor Lambda nor JSON. */
    ArchRule useCasesTouchPortsOnly() {
        return classes().that(isUseCase()).should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", NULLNESS, of("model"),
                        of("message"), of("port"), of("inbox"), of("request"), of("confirmation"), of("reminder"),
                        of("query"), of("smoke")));
    }

    ArchRule stagesDoNotKnowEachOther() {
        return slices().matching(root + ".(request|confirmation|reminder|query|smoke)..").should()
                .notDependOnEachOther();
    }

    /**
     * A plain hash confirms a guess of its text: the classes here hash ids, or compare with a stored hash.
     */
    ArchRule onlyIdsAreHashedWithoutASecret() {
        return noClasses().that().resideInAPackage(root + "..").and()
                .haveNameNotMatching(
                        ".*\\.(wire\\.(Hash|HoldCodec)|aws\\.(EventBridgeSchedules|DynamoDbIdempotencyStore|"
                                + "KmsFingerprints)|priming\\.Checksums)(\\$.*)?")
                .should().dependOnClassesThat().haveFullyQualifiedName("clinic.appointments.wire.Hash").orShould()
                .dependOnClassesThat().areAssignableTo(MessageDigest.class);
    }

    ArchRule timeAndChanceAreArguments() {
        return noClasses().that().resideInAPackage(root + "..").and().doNotHaveFullyQualifiedName(of("wiring.Wiring"))
                .should()
                .callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now").orShould()
                .callMethod(Clock.class, "systemUTC").orShould().callMethod(UUID.class, "randomUUID").orShould()
                .callConstructor(Random.class).orShould().callMethod(System.class, "getenv").orShould()
                .callMethod(System.class, "currentTimeMillis");
    }

    private DescribedPredicate<JavaClass> isUseCase() {
        return DescribedPredicate.describe("are use cases",
                type -> resideInAnyPackage(stagePackages()).test(type) && !isAtTheEdge(type));
    }

    /** The handler, and the query stage's reading and writing of HTTP. */
    private static boolean isAtTheEdge(JavaClass type) {
        String name = type.getFullName();
        return name
                .matches(".*(Processor|\\.query\\.(HttpQueries|Route|QueryParameters|Reply|Problem|\\w+Json))(\\$.*)?");
    }

    private String[] stagePackages() {
        return Stream.of(STAGES).map(this::of).toArray(String[]::new);
    }

    private ArchRule only(String layer, String... allowed) {
        String[] all = Stream.concat(Stream.of(allowed),
                Stream.of(of(layer), NULLNESS)).toArray(String[]::new);
        return classes().that().resideInAPackage(of(layer)).should().onlyDependOnClassesThat(resideInAnyPackage(all));
    }

    private String of(String layer) {
        return root + "." + layer;
    }
}

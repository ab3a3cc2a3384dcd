package clinic.appointments.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/**
 * The byte code of a function.
 *
 * @param directory the root of its packages
 */
record FunctionCode(Path directory, JavaClasses classes) {

    /** Reads the environment for the handlers, as far as each of them asks. */
    static final String WIRING = "clinic.appointments.wiring";

    private static final int MAJOR_VERSION_BEFORE_JAVA_1 = 44;

    static FunctionCode in(Path directory) {
        return new FunctionCode(directory, new ClassFileImporter().importPath(directory));
    }

    /** What the class declares to implement. */
    Set<String> interfacesOf(String className) {
        return classes.get(className).getRawInterfaces().stream().map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
    }

    /** The kind of function that a handler passes its events to: it reads a queue's, a schedule's or an API's. */
    String kindOf(String handler) {
        return classes.get(handler).getFields().stream().map(JavaField::getRawType)
                .filter(type -> type.isAssignableTo("clinic.appointments.runtime.StreamFunction"))
                .map(JavaClass::getSimpleName).collect(Collectors.joining());
    }

    /**
     * Names of the variables that a handler reads: by the constants that it, its package and the wiring touch on the
     * way from the handler.
     */
    Set<String> variablesReadBy(String handler) {
        Set<String> followed = Set.of(classes.get(handler).getPackageName(), WIRING);
        Set<JavaCodeUnit> reached = new HashSet<>();
        classes.stream().filter(each -> isPartOf(handler, each)).flatMap(each -> each.getCodeUnits().stream())
                .forEach(unit -> reach(unit, followed, reached));
        return reached.stream().flatMap(unit -> unit.getFieldAccesses().stream()).filter(FunctionCode::isOfVariable)
                .map(access -> access.getTarget().getName()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void reach(JavaCodeUnit unit, Set<String> packages, Set<JavaCodeUnit> reached) {
        if (reached.add(unit)) {
            Stream.concat(unit.getMethodCallsFromSelf().stream(), unit.getMethodReferencesFromSelf().stream())
                    .map(call -> call.getTarget().resolveMember()).flatMap(Optional::stream)
                    .flatMap(FunctionCode::withImplementations)
                    .filter(called -> packages.contains(called.getOwner().getPackageName()))
                    .forEach(called -> reach(called, packages, reached));
        }
    }

    /** A use case asks for its stores by their interface. */
    private static Stream<JavaCodeUnit> withImplementations(JavaCodeUnit called) {
        return Stream.concat(Stream.of(called), called.getOwner().getAllSubclasses().stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getName().equals(called.getName())));
    }

    /** Packages of the classes that ask for variables. */
    Set<String> readers() {
        return classes.stream().filter(each -> each.getFieldAccessesFromSelf().stream().anyMatch(
                FunctionCode::isOfVariable)).filter(each -> !each.isEquivalentTo(EnvironmentKey.class))
                .map(JavaClass::getPackageName).collect(Collectors.toSet());
    }

    /** The Java release that the class was compiled for. */
    int releaseOf(String className) {
        Path file = directory.resolve(className.replace('.', '/') + ".class");
        try {
            return ByteBuffer.wrap(Files.readAllBytes(file)).getShort(6) - MAJOR_VERSION_BEFORE_JAVA_1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPartOf(String className, JavaClass candidate) {
        return candidate.getName().equals(className) || candidate.getName().startsWith(className + "$");
    }

    private static boolean isOfVariable(JavaFieldAccess access) {
        return access.getTargetOwner().isEquivalentTo(EnvironmentKey.class);
    }
}

package clinic.appointments.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/**
 * The byte code of a function.
 *
 * @param directory the root of its packages
 */
record FunctionCode(Path directory, JavaClasses classes) {

    /** Reads what several functions have to know. */
    static final String SHARED_READER = "clinic.appointments.runtime.DomainSettings";

    private static final int MAJOR_VERSION_BEFORE_JAVA_1 = 44;

    static FunctionCode in(Path directory) {
        return new FunctionCode(directory, new ClassFileImporter().importPath(directory));
    }

    /** What the class declares to implement, type arguments included. */
    Set<String> interfacesOf(String className) {
        return classes.get(className).getInterfaces().stream().map(FunctionCode::written).collect(Collectors.toSet());
    }

    /**
     * Names of the variables that the class, or one nested in it, asks for by their constants, itself or through
     * others.
     */
    Set<String> variablesReadBy(String className) {
        Set<JavaCodeUnit> reached = new HashSet<>();
        classes.stream().filter(each -> isPartOf(className, each)).flatMap(each -> each.getCodeUnits().stream())
                .forEach(unit -> reach(unit, reached));
        return reached.stream().flatMap(unit -> unit.getFieldAccesses().stream()).filter(FunctionCode::isOfVariable)
                .map(access -> access.getTarget().getName()).collect(Collectors.toCollection(TreeSet::new));
    }

    private void reach(JavaCodeUnit unit, Set<JavaCodeUnit> reached) {
        if (reached.add(unit)) {
            unit.getMethodCallsFromSelf().stream().map(call -> call.getTarget().resolveMember())
                    .flatMap(Optional::stream).filter(called -> called.getOwner().getName().equals(SHARED_READER))
                    .forEach(called -> reach(called, reached));
        }
    }

    /** Every class that asks for variables, nested ones counted as the class around them. */
    Set<String> readers() {
        return classes.stream().filter(each -> each.getFieldAccessesFromSelf().stream().anyMatch(
                FunctionCode::isOfVariable)).map(each -> each.getName().split("\\$", 2)[0])
                .filter(name -> !name.equals(EnvironmentKey.class.getName())).collect(Collectors.toSet());
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

    private static String written(JavaType type) {
        List<JavaType> arguments = type instanceof JavaParameterizedType generic
                ? generic.getActualTypeArguments()
                : List.of();
        String name = type.toErasure().getSimpleName();
        return arguments.isEmpty() ? name
                : name + arguments.stream().map(FunctionCode::written).collect(Collectors.joining(", ", "<", ">"));
    }
}

package clinic.appointments.docs;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/**
 * Which packages use which others.
 *
 * @param uses the packages that each package uses, without {@link #ROOT}; itself and foreign ones are left out
 */
record Packages(Map<String, Set<String>> uses) {

    static final String ROOT = "clinic.appointments";

    /** The main code of all modules. */
    static final JavaClasses CODE = new ClassFileImporter().importPaths(Stream
            .of("shared-model", "functions", "infrastructure", "preflight", "local", "local/runtime")
            .map(module -> Path.of(module, "target/classes")).toList());

    /** The packages of the main code. */
    static Packages ofCode() {
        Map<String, Set<String>> uses = new TreeMap<>();
        CODE.stream().filter(Packages::isOwn)
                .forEach(type -> uses.computeIfAbsent(nameOf(type), _ -> new TreeSet<>()).addAll(usedBy(type)));
        return new Packages(uses);
    }

    /** The table's rows: {@code | `package` | contents | `used`, `used` |}. */
    static Packages ofTable(Collection<String> lines) {
        return new Packages(lines.stream().filter(line -> line.startsWith("| `"))
                .map(line -> line.split(" *\\| *", -1))
                .collect(Collectors.toMap(cells -> name(cells[1]), cells -> names(cells[3]), Packages::clash,
                        TreeMap::new)));
    }

    private static Set<String> names(String cell) {
        return Stream.of(cell.split(", ", -1)).filter(name -> name.startsWith("`")).map(Packages::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(String cell) {
        return cell.replace("`", "");
    }

    private static Set<String> clash(Set<String> one, Set<String> other) {
        throw new IllegalArgumentException("two rows for one package, with " + one + " and " + other);
    }

    private static Set<String> usedBy(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream().map(dependency -> dependency.getTargetClass())
                .map(JavaClass::getBaseComponentType).filter(Packages::isOwn).map(Packages::nameOf)
                .filter(used -> !used.equals(nameOf(type))).collect(Collectors.toSet());
    }

    private static boolean isOwn(JavaClass type) {
        return type.getPackageName().startsWith(ROOT + ".");
    }

    private static String nameOf(JavaClass type) {
        return type.getPackageName().substring(ROOT.length() + 1);
    }
}

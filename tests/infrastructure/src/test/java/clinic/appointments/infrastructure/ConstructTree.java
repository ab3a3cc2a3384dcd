package clinic.appointments.infrastructure;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import software.amazon.awscdk.CfnResource;
import software.constructs.IConstruct;

/**
 * A construct with everything below it.
 *
 * @param root top of the tree, such as a stage
 */
record ConstructTree(IConstruct root) {

    private static final String OURS = "clinic.appointments";
    /** Ids that say that a construct is what its parent is about. */
    private static final String MAIN_CHILD = "/(Default|Resource)(?=/|$)";

    /** The constructs and stacks of ours with more direct children than that. */
    List<String> wider(int maxChildren) {
        return ours().filter(construct -> construct.getNode().getChildren().size() > maxChildren)
                .map(construct -> construct.getNode().getPath()).toList();
    }

    /** Path of each construct of ours and of each resource → what it is; the main child goes by its parent's path. */
    SortedMap<String, String> parts() {
        var parts = new TreeMap<String, String>();
        all().filter(construct -> isOurs(construct) || construct instanceof CfnResource)
                .forEach(
                        construct -> parts.merge(path(construct), kind(construct), (one, other) -> one + ", " + other));
        return parts;
    }

    private String path(IConstruct construct) {
        return construct.getNode().getPath().replaceAll(MAIN_CHILD, "");
    }

    private static String kind(IConstruct construct) {
        return construct instanceof CfnResource resource && !isOurs(construct)
                ? resource.getCfnResourceType()
                : construct.getClass().getSimpleName();
    }

    private Stream<IConstruct> ours() {
        return all().filter(ConstructTree::isOurs);
    }

    private Stream<IConstruct> all() {
        return root.getNode().findAll().stream();
    }

    private static boolean isOurs(IConstruct construct) {
        return construct.getClass().getName().startsWith(OURS);
    }
}

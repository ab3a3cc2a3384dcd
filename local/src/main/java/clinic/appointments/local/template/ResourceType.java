package clinic.appointments.local.template;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The type of a resource: booted, listed, or unknown. */
sealed interface ResourceType permits BootedType, ListedType, OtherType {

    /** Name in a template, such as {@code AWS::SQS::Queue}. */
    String cloudFormation();

    static ResourceType of(String cloudFormation) {
        Predicate<ResourceType> isWanted = type -> type.cloudFormation().equals(cloudFormation);
        return Stream.<ResourceType>concat(Arrays.stream(BootedType.values()), Arrays.stream(ListedType.values()))
                .filter(isWanted).findFirst().orElseGet(() -> new OtherType(cloudFormation));
    }
}

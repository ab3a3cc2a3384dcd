package clinic.appointments.infrastructure;

import java.util.Optional;

import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Stage;

/**
 * The only account to which a stage may be deployed. The CDK's command line refuses a stack with an error, and only if
 * the stack is selected, so that the credentials of another stage's account still deploy that stage.
 *
 * @param account the stage's account
 * @param credentials account of the credentials, empty if there are none
 */
record PinnedAccount(String account, Optional<String> credentials) {

    /** Has the command line refuse the stacks of the stage with credentials of another account. */
    void protect(Stage stage) {
        credentials.filter(other -> !other.equals(account)).ifPresent(other -> stage.getNode().getChildren()
                .forEach(stack -> Annotations.of(stack).addError(sentence(stage.getStageName(), other))));
    }

    private String sentence(String stage, String other) {
        return "Stage " + stage + " belongs to account " + account + ", but the credentials are those of " + other
                + ": use credentials of its account.";
    }
}

package clinic.appointments.infrastructure.delivery;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Properties of a {@link DeliveryRole}.
 *
 * @param repository owner and name of the repository at GitHub
 * @param stage name of the stage, which is the name of the environment at GitHub
 * @param provider ARN of the account's provider for GitHub's tokens; empty to make one
 */
public record DeliveryRoleProps(String repository, String stage, Optional<String> provider) {

    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9-]+/[A-Za-z0-9._-]+");
    private static final Pattern PROVIDER = Pattern
            .compile("arn:aws[a-z-]*:iam::[0-9]{12}:oidc-provider/token\\.actions\\.githubusercontent\\.com");

    public DeliveryRoleProps {
        if (!REPOSITORY.matcher(repository).matches()) {
            throw new IllegalArgumentException(
                    "delivery must be owner and name of a repository, such as clinic/appointments, not " + repository);
        }
        provider.filter(arn -> !PROVIDER.matcher(arn).matches()).ifPresent(arn -> {
            throw new IllegalArgumentException("oidcProvider must be the ARN of the account's provider for "
                    + "token.actions.githubusercontent.com, not " + arn);
        });
    }
}

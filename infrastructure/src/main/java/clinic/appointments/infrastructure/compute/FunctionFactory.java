package clinic.appointments.infrastructure.compute;

import clinic.appointments.contract.FunctionName;

import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Code;
import software.constructs.Construct;

/**
 * What all functions of a stack share.
 *
 * @param scope
 *            the stack
 * @param code
 *            the one bundle that holds every handler
 * @param key
 *            key that encrypts environment variables
 */
public record FunctionFactory(Construct scope, FunctionSettings settings, Code code, IKey key) {

    public ServiceFunction function(FunctionName name) {
        return new ServiceFunction(name, this);
    }
}

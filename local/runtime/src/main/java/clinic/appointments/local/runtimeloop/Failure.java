package clinic.appointments.local.runtimeloop;

import com.amazonaws.services.lambda.runtime.api.client.UserFault;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.DtoSerializers;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.RapidErrorType;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.converters.LambdaErrorConverter;

/**
 * An error in the form of the runtime API.
 *
 * @param type Lambda's own classification
 * @param body message, type and stack trace, JSON in UTF-8
 */
record Failure(String type, byte[] body) {

    static Failure of(Throwable thrown) {
        return thrown instanceof UserFault fault
                ? new Failure(RapidErrorType.BadFunctionCode.getRapidError(),
                        DtoSerializers.serialize(LambdaErrorConverter.fromUserFault(fault)))
                : new Failure(RapidErrorType.UserException.getRapidError(),
                        DtoSerializers.serialize(LambdaErrorConverter.fromThrowable(thrown)));
    }
}

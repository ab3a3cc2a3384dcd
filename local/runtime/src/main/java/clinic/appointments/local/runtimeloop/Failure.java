package clinic.appointments.local.runtimeloop;

import com.amazonaws.services.lambda.runtime.api.client.UserFault;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.DtoSerializers;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.RapidErrorType;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.converters.LambdaErrorConverter;

/** An error in the form of the runtime API. */
final class Failure {

    private final String type;
    private final byte[] body;

    private Failure(String type, byte[] body) {
        this.type = type;
        this.body = body;
    }

    /** Lambda's own classification. */
    String type() {
        return type;
    }

    /** Message, type and stack trace: JSON in UTF-8. */
    byte[] body() {
        return body;
    }

    static Failure of(Throwable thrown) {
        return thrown instanceof UserFault fault
                ? new Failure(RapidErrorType.BadFunctionCode.getRapidError(),
                        DtoSerializers.serialize(LambdaErrorConverter.fromUserFault(fault)))
                : new Failure(RapidErrorType.UserException.getRapidError(),
                        DtoSerializers.serialize(LambdaErrorConverter.fromThrowable(thrown)));
    }
}

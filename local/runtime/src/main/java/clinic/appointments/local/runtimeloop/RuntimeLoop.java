package clinic.appointments.local.runtimeloop;

import java.io.IOError;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.api.client.EventHandlerLoader;
import com.amazonaws.services.lambda.runtime.api.client.HandlerInfo;
import com.amazonaws.services.lambda.runtime.api.client.LambdaEnvironment;
import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler.UserFaultHandler;
import com.amazonaws.services.lambda.runtime.api.client.UserFault;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.InvocationRequest;
import com.amazonaws.services.lambda.runtime.serialization.util.ReflectUtil;

/**
 * Takes events from the runtime API and returns the responses, one after the other. Everything around the handler
 * (loading, context, JSON, the form of errors) comes from the classes of the runtime interface client; only the
 * transport differs.
 */
public final class RuntimeLoop {

    private static final String TRACE_HEADER = "com.amazonaws.xray.traceHeader";

    private final RuntimeApiClient api;
    private final LambdaRequestHandler handler;

    private RuntimeLoop(RuntimeApiClient api, LambdaRequestHandler handler) {
        this.api = api;
        this.handler = handler;
    }

    /**
     * Runs until the process ends or an error is fatal.
    *
    * @param arguments name of the handler, as in a template
    * @throws IOException when the runtime API is gone
     */
    public static void main(String[] arguments) throws IOException {
        RuntimeApiClient api = new RuntimeApiClient(LambdaEnvironment.RUNTIME_API);
        nameClassLoader();
        LambdaRequestHandler handler = load(arguments[0]);
        if (handler instanceof UserFaultHandler broken && broken.fault.fatal) {
            log(broken.fault);
            api.initFailed(Failure.of(broken.fault));
            System.exit(1);
        }
        new RuntimeLoop(api, handler).run();
    }

    /**
     * The client's serializers find event classes with a class loader that its own start, which does not run, would
     * set.
     */
    private static void nameClassLoader() {
        ReflectUtil.setStaticField(AWSLambda.class, "customerClassLoader", true,
                new URLClassLoader(new URL[0], ClassLoader.getSystemClassLoader()));
    }

    /** As in the client, a missing class fails each invocation and not the start. */
    private static LambdaRequestHandler load(String handler) {
        try {
            return EventHandlerLoader
                    .loadEventHandler(HandlerInfo.fromString(handler, ClassLoader.getSystemClassLoader()));
        } catch (ClassNotFoundException e) {
            return LambdaRequestHandler.classNotFound(e, HandlerInfo.className(handler));
        } catch (UserFault fault) {
            return new UserFaultHandler(fault);
        } catch (RuntimeException | Error e) {
            return LambdaRequestHandler.initErrorHandler(e, HandlerInfo.className(handler));
        }
    }

    private void run() throws IOException {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = answer(api.next());
            Thread.interrupted();
        }
    }

    /** Answers an event; returns whether the process may take another one. */
    private boolean answer(InvocationRequest request) throws IOException {
        System.setProperty(TRACE_HEADER, request.getXrayTraceId());
        byte[] response;
        try {
            response = handler.call(request).toByteArray();
        } catch (Exception | Error thrown) {
            UserFault.filterStackTrace(thrown);
            log(thrown instanceof UserFault fault ? fault : UserFault.makeUserFault(thrown));
            api.fail(request.getId(), Failure.of(thrown));
            return !isFatal(thrown);
        }
        api.respond(request.getId(), response);
        return true;
    }

    private static boolean isFatal(Throwable thrown) {
        return thrown instanceof VirtualMachineError || thrown instanceof IOError
                || (thrown instanceof UserFault fault && fault.fatal);
    }

    private static void log(UserFault fault) {
        LambdaRuntime.getLogger().log(fault.reportableError());
    }
}

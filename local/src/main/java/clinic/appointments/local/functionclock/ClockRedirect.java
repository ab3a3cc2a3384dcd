package clinic.appointments.local.functionclock;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Redirects {@link Clock#systemUTC()} to {@link FunctionClock#systemUTC()} in a class of a function. */
public final class ClockRedirect {

    private static final ClassDesc CLOCK = ClassDesc.of(Clock.class.getName());
    private static final ClassDesc FUNCTION_CLOCK = ClassDesc.of(FunctionClock.class.getName());
    private static final String METHOD = "systemUTC";
    private static final MethodTypeDesc TYPE = MethodTypeDesc.of(CLOCK);

    private ClockRedirect() {
    }

    /** The class with its calls redirected; the same bytes if it has none. */
    public static byte[] in(byte[] type) {
        return new String(type, StandardCharsets.ISO_8859_1).contains(METHOD) ? redirected(type) : type;
    }

    private static byte[] redirected(byte[] type) {
        ClassFile classFile = ClassFile.of();
        return classFile.transformClass(classFile.parse(type),
                ClassTransform.transformingMethodBodies(ClockRedirect::redirect));
    }

    private static void redirect(CodeBuilder code, CodeElement element) {
        if (element instanceof InvokeInstruction call && isClockCall(call)) {
            code.invokestatic(FUNCTION_CLOCK, METHOD, TYPE);
        } else {
            code.with(element);
        }
    }

    private static boolean isClockCall(InvokeInstruction call) {
        return call.owner().asSymbol().equals(CLOCK) && call.name().equalsString(METHOD)
                && call.typeSymbol().equals(TYPE);
    }
}

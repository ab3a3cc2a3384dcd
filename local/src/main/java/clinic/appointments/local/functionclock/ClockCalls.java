package clinic.appointments.local.functionclock;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.time.Clock;

import org.jspecify.annotations.Nullable;

/**
 * Redirects {@link Clock#systemUTC()} to {@link FunctionClock#systemUTC()} in the function's own classes, which lie in
 * its code folder as files; libraries lie there as jars and keep the real clock.
 */
final class ClockCalls implements ClassFileTransformer {

    private static final ClassDesc CLOCK = ClassDesc.of(Clock.class.getName());
    private static final ClassDesc FUNCTION_CLOCK = ClassDesc.of(FunctionClock.class.getName());
    private static final String METHOD = "systemUTC";
    private static final MethodTypeDesc TYPE = MethodTypeDesc.of(CLOCK);

    @Override
    public byte @Nullable [] transform(ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain,
            byte[] bytes) {
        return isOwn(domain) && mentionsClock(bytes) ? redirected(bytes) : null;
    }

    private static boolean isOwn(ProtectionDomain domain) {
        return domain != null && domain.getCodeSource() != null && domain.getCodeSource().getLocation() != null
                && domain.getCodeSource().getLocation().getPath().endsWith("/");
    }

    /** Spares other classes the parsing, which costs time at every cold start. */
    private static boolean mentionsClock(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(METHOD);
    }

    private static byte[] redirected(byte[] bytes) {
        ClassFile classFile = ClassFile.of();
        return classFile.transformClass(classFile.parse(bytes),
                ClassTransform.transformingMethodBodies(ClockCalls::redirect));
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

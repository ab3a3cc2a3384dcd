package clinic.appointments.flow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import clinic.appointments.local.run.SchedulingStage;
import clinic.appointments.local.stage.LocalStage;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the stages that all of them share, {@code dev} unless the parameter names another; a stage is booted for
 * the first test and closed after the last.
 */
public final class StageExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(StageExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(LocalStage.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String stage = parameter.findAnnotation(Named.class).map(Named::value).orElse("dev");
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(stage,
                _ -> LocalStage.boot(SchedulingStage.settings(stage).instances(2).build()), LocalStage.class);
    }

    /** Names the stage of a parameter. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    public @interface Named {

        /** Name of the stage. */
        String value();
    }
}

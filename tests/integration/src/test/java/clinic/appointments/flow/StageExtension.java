package clinic.appointments.flow;

import clinic.appointments.local.run.SchedulingStage;
import clinic.appointments.local.stage.LocalStage;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one stage {@code dev} that all of them share; it is booted for the first and closed after the last.
 */
public final class StageExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(StageExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(LocalStage.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent("dev",
                _ -> LocalStage.boot(SchedulingStage.settings("dev").instances(2).build()), LocalStage.class);
    }
}

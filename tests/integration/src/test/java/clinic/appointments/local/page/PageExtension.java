package clinic.appointments.local.page;

import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.run.StageDays;
import clinic.appointments.local.run.StageEvents;
import clinic.appointments.local.run.StageInvariants;
import clinic.appointments.local.stage.LocalStage;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the shared stage and the page of it, as a browser without scripts sees it. */
final class PageExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(PageExtension.class);
    private final StageExtension stages = new StageExtension();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Browser.class)
                || stages.supportsParameter(parameter, context);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        LocalStage stage = (LocalStage) stages.resolveParameter(parameter, context);
        return parameter.getParameter().getType().equals(LocalStage.class) ? stage
                : context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Browser.class,
                        _ -> new Browser(LocalPage.open(stage, new ServiceParts(text -> text,
                                StageInvariants.of(stage), StageDays.of(StoredStage.of(stage)),
                                StageEvents.of(stage)))),
                        Browser.class);
    }
}

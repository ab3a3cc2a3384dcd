package clinic.appointments.infrastructure.monitoring;

import java.util.List;

import software.amazon.awscdk.Stage;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.QueryDefinition;
import software.constructs.Construct;

/** The saved queries of a stage, in a folder of CloudWatch that is named after it. */
final class QueryFolder extends Construct {

    QueryFolder(Construct scope, String id) {
        super(scope, id);
    }

    /** Name of a query in the stage of a construct. */
    static String name(Construct place, String title) {
        return Stage.of(place).getStageName() + "/appointments/" + title;
    }

    /** Adds a query over these logs. */
    void add(SavedQuery query, List<? extends ILogGroup> logs) {
        QueryDefinition.Builder.create(this, query.title().replace(" ", ""))
                .queryDefinitionName(name(this, query.title()))
                .queryString(query.text()).logGroups(logs).build();
    }
}

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

    /** Adds a query over these logs. */
    void add(SavedQuery query, List<? extends ILogGroup> logs) {
        QueryDefinition.Builder.create(this, query.title().replace(" ", ""))
                .queryDefinitionName(Stage.of(this).getStageName() + "/appointments/" + query.title())
                .queryString(query.text()).logGroups(logs).build();
    }
}

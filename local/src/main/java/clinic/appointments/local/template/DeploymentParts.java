package clinic.appointments.local.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** Collects the parts of a deployment, resource by resource, in any order. */
final class DeploymentParts {

    private final References references;
    private final List<Table> tables = new ArrayList<>();
    private final List<Queue> queues = new ArrayList<>();
    private final List<Function> functions = new ArrayList<>();
    private final List<EventSource> eventSources = new ArrayList<>();
    private final List<Role> roles = new ArrayList<>();
    private final Map<String, List<Role.Statement>> statements = new HashMap<>();
    private final List<ScheduleGroup> groups = new ArrayList<>();
    private final List<RecurringSchedule> recurring = new ArrayList<>();
    private final List<Api> apis = new ArrayList<>();
    private final List<String> macKeys = new ArrayList<>();
    private final MailRoutes mailRoutes = new MailRoutes();
    private final Map<String, String> apiStages = new HashMap<>();
    private final List<Api.Permission> permissions = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();

    DeploymentParts(References references) {
        this.references = references;
    }

    void add(TemplateResource resource) {
        switch (resource.type()) {
            case BootedType type -> boot(type, resource);
            case ListedType type -> skip(resource, type.unchecked());
            case OtherType type -> skip(resource, type.cloudFormation() + ", a type that this machine does not know");
        }
    }

    private void boot(BootedType type, TemplateResource resource) {
        JsonNode properties = references.resolved(resource);
        ResourceIdentity identity = references.identity(resource.stack().name(), resource.logicalId()).orElseThrow();
        switch (type) {
            case TABLE -> addTable(resource, new TableReader(resource, properties, identity));
            case QUEUE -> addQueue(resource, new QueueReader(resource, properties, identity));
            case KEY -> addKey(resource, properties, identity);
            case FUNCTION -> addFunction(resource, new FunctionReader(resource, properties, identity));
            case VERSION, ALIAS -> skip(resource, "the snapshot from which a published version starts");
            case API -> addApi(resource, properties);
            case API_STAGE -> addApiStage(resource, properties);
            case PERMISSION -> permissions.add(new ApiReader(resource, properties).readPermission());
            case EVENT_SOURCE -> eventSources.add(new FunctionReader(resource, properties, identity).readSource());
            case ROLE -> addRole(resource, properties, identity);
            case POLICY, MANAGED_POLICY -> addPolicy(resource, properties);
            case SCHEDULE -> recurring.add(new RecurringScheduleReader(resource, properties).read());
            case EVENT_DESTINATION -> mailRoutes.addDestination(resource, properties);
            case SUBSCRIPTION -> addSubscription(resource, properties);
            case SCHEDULE_GROUP -> groups.add(
                    new ScheduleGroup(resource.id(), identity.reference(), identity.arn()));
        }
    }

    private void addTable(TemplateResource resource, TableReader reader) {
        tables.add(reader.read());
        skip(resource, "encryption at rest and point-in-time recovery");
    }

    private void addQueue(TemplateResource resource, QueueReader reader) {
        queues.add(reader.read());
        skip(resource, "encryption at rest, which queues may redrive to this one, and the order of message groups");
    }

    /** Only AWS services use encryption keys; functions call HMAC keys directly. */
    private void addKey(TemplateResource resource, JsonNode properties, ResourceIdentity identity) {
        if (properties.path("KeySpec").asText().equals("HMAC_256")) {
            macKeys.add(identity.arn());
        }
        skip(resource, "the key policy and the key's rotation");
    }

    private void addFunction(TemplateResource resource, FunctionReader reader) {
        functions.add(reader.read());
        skip(resource, "the architecture, the encryption of environment variables and the filter of log levels");
    }

    private void addApi(TemplateResource resource, JsonNode properties) {
        apis.add(new ApiReader(resource, properties).read());
        skip(resource, "the signature of requests, TLS and the size of bodies");
    }

    private void addApiStage(TemplateResource resource, JsonNode properties) {
        apiStages.put(properties.path("RestApiId").asText(), properties.path("StageName").asText());
        skip(resource, "throttling, the access log and the trace segment");
    }

    private void addRole(TemplateResource resource, JsonNode properties, ResourceIdentity identity) {
        PolicyReader reader = new PolicyReader(resource, properties);
        roles.add(new Role(resource.logicalId(), identity.reference(), identity.arn(),
                reader.trustedServices(), List.of()));
        if (reader.trustsConditionally()) {
            skip(resource, "the condition of the trust policy");
        }
    }

    private void addPolicy(TemplateResource resource, JsonNode properties) {
        List<Role.Statement> read = new PolicyReader(resource, properties).statements();
        properties.path("Roles").forEach(
                role -> statements.computeIfAbsent(role.asText(), _ -> new ArrayList<>()).addAll(read));
    }

    private void addSubscription(TemplateResource resource, JsonNode properties) {
        mailRoutes.addSubscription(resource, properties);
        skip(resource, "delivery to other subscribers than queues, and the dead-letter queue of the subscription");
    }

    private void skip(TemplateResource resource, String what) {
        unchecked.add(resource.address() + ", " + what + ": not enforced here.");
    }

    Deployment deployment(String stage, StackEnvironment place) {
        return new Deployment(stage, place.account(), place.region(), List.copyOf(tables), List.copyOf(queues),
                List.copyOf(functions), List.copyOf(eventSources), roles.stream().map(this::withStatements).toList(),
                List.copyOf(groups), List.copyOf(recurring), apis.stream().map(this::withStage).toList(),
                List.copyOf(macKeys), mailRoutes.joined(), List.copyOf(unchecked));
    }

    private Api withStage(Api api) {
        return new Api(api.id(), api.name(), apiStages.getOrDefault(api.name(), ""), api.body(),
                List.copyOf(permissions));
    }

    private Role withStatements(Role role) {
        return new Role(role.id(), role.name(), role.arn(), role.trustedServices(),
                List.copyOf(statements.getOrDefault(role.name(), List.of())));
    }
}

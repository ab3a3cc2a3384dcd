package clinic.appointments.wire;

import java.util.Optional;

import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentCommand.OnConflict;
import clinic.appointments.model.BlockId;
import clinic.appointments.model.Displacer;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.Pool;
import clinic.appointments.model.PoolId;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.VisitTypeId;

/** Reads the commands of the management queue. */
record ManagementCommandReader() implements CommandReader<AppointmentCommand.ManagementCommand> {

    @Override
    public AppointmentCommand.ManagementCommand read(Fields fields, RequestId requestId) {
        return switch (fields.text("type")) {
            case "DEFINE_RESOURCE" -> new AppointmentCommand.DefineResource(resourceId(fields),
                    TimeSlotFields.zone(fields), ResourceFields.read(fields), ifVersion(fields));
            case "RETIRE_RESOURCE" -> new AppointmentCommand.RetireResource(resourceId(fields));
            case "DEFINE_POOL" -> new AppointmentCommand.DefinePool(poolId(fields),
                    Pool.acceptedMembers(CommandReader.resources(fields)), ifVersion(fields));
            case "RETIRE_POOL" -> new AppointmentCommand.RetirePool(poolId(fields));
            case "DEFINE_VISIT_TYPE" -> new AppointmentCommand.DefineVisitType(visitTypeId(fields),
                    VisitTypeFields.read(fields), ifVersion(fields));
            case "RETIRE_VISIT_TYPE" -> new AppointmentCommand.RetireVisitType(visitTypeId(fields));
            case "BLOCK" -> new AppointmentCommand.BlockResource(blockId(fields), resourceId(fields),
                    BlockFields.period(fields), fields.optionalParsed("reason", ReasonCode::ofClient, ""),
                    onConflict(fields));
            case "UNBLOCK" -> new AppointmentCommand.LiftBlock(blockId(fields));
            case "KEEP" -> new AppointmentCommand.Keep(CommandReader.appointmentId(fields), resourceId(fields),
                    displacer(fields));
            case String _ ->
                throw new MalformedMessageException("type", "must be DEFINE_RESOURCE, RETIRE_RESOURCE, DEFINE_POOL, "
                        + "RETIRE_POOL, DEFINE_VISIT_TYPE, RETIRE_VISIT_TYPE, BLOCK, UNBLOCK or KEEP");
        };
    }

    private static BlockId blockId(Fields fields) {
        return new BlockId(fields.text("blockId"));
    }

    private static Displacer displacer(Fields fields) {
        Optional<Integer> version = fields.optionalNumber("resourceVersion");
        if (version.isPresent() == fields.has("blockId")) {
            throw new MalformedMessageException("blockId", "must be there, or resourceVersion, but not both");
        }
        InvalidValueException.unless(version.stream().noneMatch(number -> number < 1), "resourceVersion",
                "must be positive");
        return version.<Displacer>map(number -> new Displacer.OfDefinition(resourceId(fields), number))
                .orElseGet(() -> new Displacer.OfBlock(blockId(fields)));
    }

    private static OnConflict onConflict(Fields fields) {
        return fields.has("onConflict") ? fields.constant("onConflict", OnConflict.class) : OnConflict.LIST;
    }

    private static ResourceId resourceId(Fields fields) {
        return ResourceId.ofOne(fields.text("resourceId"));
    }

    private static PoolId poolId(Fields fields) {
        return new PoolId(fields.text("poolId"));
    }

    private static VisitTypeId visitTypeId(Fields fields) {
        return new VisitTypeId(fields.text("visitTypeId"));
    }

    private static Optional<Long> ifVersion(Fields fields) {
        Optional<Integer> version = fields.optionalNumber("ifVersion");
        InvalidValueException.unless(version.stream().noneMatch(number -> number < 0), "ifVersion",
                "must not be negative");
        return version.map(Integer::longValue);
    }
}

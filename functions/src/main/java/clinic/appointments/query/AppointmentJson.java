package clinic.appointments.query;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentAction;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.CheckInState;
import clinic.appointments.model.Displacement;
import clinic.appointments.model.Displacer;
import clinic.appointments.model.HistoryEntry;
import clinic.appointments.model.Mark;
import clinic.appointments.model.Marks;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.Relocation;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.model.VisitTerms;
import clinic.appointments.port.Page;
import clinic.appointments.wire.Json;
import clinic.appointments.wire.TimeSlotFields;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Appointments as JSON for replies. */
final class AppointmentJson {

    private AppointmentJson() {
    }

    /** A single appointment, with notes, history and reminders. */
    static String whole(Appointment appointment) {
        ObjectNode json = summary(appointment);
        appointment.booking().notes().ifPresent(notes -> json.put("notes", notes));
        appointment.outcome().ifPresent(outcome -> json.put("outcome", outcome.name()));
        if (appointment.status() == AppointmentStatus.CANCELLED) {
            json.set("cancellation", cancellation(appointment.latestChange()));
        }
        ArrayNode history = json.putArray("history");
        appointment.history().forEach(entry -> history.add(of(entry, appointment)));
        ArrayNode reminders = json.putArray("reminders");
        appointment.reminders().forEach(reminder -> reminders.add(of(reminder)));
        return json.toString();
    }

    /** A list without notes, which are shown in the single read only. */
    static String page(Page<Appointment> page) {
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("appointments");
        page.items().forEach(appointment -> items.add(summary(appointment)));
        page.next().ifPresent(cursor -> json.put("cursor", cursor));
        return json.toString();
    }

    /** Appointments that the rules of now would refuse. */
    static String displaced(List<Displacement> displacements) {
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("displaced");
        displacements.forEach(displacement -> {
            ObjectNode item = items.addObject().put("cause", displacement.cause().name());
            displacement.by().ifPresent(displacer -> write(displacer, item));
            item.set("appointment", summary(displacement.appointment()));
        });
        return json.toString();
    }

    private static ObjectNode summary(Appointment appointment) {
        TimeSlot slot = appointment.booking().slot();
        ObjectNode json = Json.object().put("appointmentId", appointment.id().value())
                .put("patientId", appointment.patientId().value());
        TimeSlotFields.write(slot, json);
        json.put("startAt", appointment.startAt().toString()).put("endAt", appointment.interval().end().toString())
                .put("status", appointment.status().name()).put("version", appointment.version())
                .put("createdAt", appointment.createdAt().toString())
                .put("updatedAt", appointment.updatedAt().toString());
        appointment.holdExpiresAt().ifPresent(end -> json.put("holdExpiresAt", end.toString()));
        appointment.forgottenAt().ifPresent(end -> json.put("ttl", end.getEpochSecond()));
        appointment.booking().visit().ifPresent(visit -> write(visit, json));
        ResourceJson.write(appointment.booking().resources(), json);
        ResourceJson.writePools(appointment.pools(), json);
        appointment.marks().checkIn().ifPresent(state -> write(state, appointment.marks(), json.putObject("checkIn")));
        write(appointment.marks().kept(), json);
        return json;
    }

    private static void write(Map<Displacer, Mark> kept, ObjectNode json) {
        if (!kept.isEmpty()) {
            ArrayNode each = json.putArray("kept");
            kept.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.comparing(Mark::at)))
                    .forEach(entry -> write(entry.getValue(), write(entry.getKey(), each.addObject())));
        }
    }

    private static ObjectNode write(Displacer displacer, ObjectNode json) {
        return switch (displacer) {
            case Displacer.OfBlock(var block) -> json.put("blockId", block.value());
            case Displacer.OfDefinition(var resource, var version) ->
                json.put("resourceId", resource.toString()).put("resourceVersion", version);
        };
    }

    private static void write(Mark mark, ObjectNode json) {
        json.put("at", mark.at().toString()).put("actor", mark.actor());
    }

    private static void write(VisitTerms visit, ObjectNode json) {
        json.put("visitType", visit.type().value()).put("visitTypeVersion", visit.version());
    }

    private static void write(CheckInState state, Marks marks, ObjectNode json) {
        ArrayNode each = json.put("state", state.name()).putArray("marks");
        marks.checkIns()
                .forEach((marked, mark) -> write(mark, each.addObject().put("state", marked.name())));
    }

    private static ObjectNode cancellation(HistoryEntry cancelled) {
        ObjectNode json = Json.object();
        cancelled.reason().ifPresent(reason -> json.put("reason", reason.value()));
        cancelled.provenance().initiatedBy().ifPresent(initiator -> json.put("initiatedBy", initiator.name()));
        return json.put("actor", cancelled.provenance().actor()).put("at", cancelled.provenance().at().toString());
    }

    /** The booking has the visit type, which no later change has a say in. */
    private static ObjectNode of(HistoryEntry entry, Appointment appointment) {
        ObjectNode json = of(entry);
        appointment.booking().visit().filter(_ -> entry.action() == AppointmentAction.BOOK)
                .ifPresent(visit -> write(visit, json));
        return json;
    }

    private static ObjectNode of(HistoryEntry entry) {
        Provenance provenance = entry.provenance();
        ObjectNode json = Json.object().put("version", entry.version()).put("at", provenance.at().toString())
                .put("actor", provenance.actor()).put("action", entry.action().name());
        entry.from().ifPresent(from -> json.put("from", from.name()));
        json.put("to", entry.to().name()).put("requestId", provenance.requestId().value()).put("client",
                provenance.requestId().client().value());
        provenance.signedBy().ifPresent(client -> json.put("signedBy", client.value()));
        provenance.correlationId().ifPresent(id -> json.put("correlationId", id));
        entry.reason().ifPresent(reason -> json.put("reason", reason.value()));
        provenance.initiatedBy().ifPresent(initiator -> json.put("initiatedBy", initiator.name()));
        provenance.override().ifPresent(override -> json.putObject("override").put("actor", override.actor())
                .put("reason", override.reason().value()));
        ResourceJson.writePools(entry.pools(), json);
        entry.relocation().ifPresent(moved -> {
            write(moved.before(), json.putObject("before"));
            write(moved.after(), json.putObject("after"));
        });
        return json;
    }

    private static void write(Relocation.Place place, ObjectNode json) {
        TimeSlotFields.write(place.slot(), json);
        ResourceJson.write(place.resources(), json);
    }

    private static ObjectNode of(Reminder reminder) {
        ObjectNode json = Json.object().put("kind", reminder.key().kind().toString())
                .put("dueAt", reminder.dueAt().toString())
                .put("state", reminder.state().name()).put("changedAt", reminder.changedAt().toString());
        reminder.code().ifPresent(code -> json.put("code", code.name()));
        return json;
    }
}

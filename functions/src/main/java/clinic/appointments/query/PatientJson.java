package clinic.appointments.query;

import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientDetails;
import clinic.appointments.port.Page;
import clinic.appointments.wire.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Patients as JSON for replies. */
final class PatientJson {

    private PatientJson() {
    }

    static String of(Patient patient) {
        return node(patient).toString();
    }

    static String page(Page<Patient> page) {
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("patients");
        page.items().forEach(patient -> items.add(node(patient)));
        page.next().ifPresent(cursor -> json.put("cursor", cursor));
        return json.toString();
    }

    private static ObjectNode node(Patient patient) {
        ObjectNode json = Json.object().put("patientId", patient.id().value());
        patient.details().ifPresent(details -> write(details, json));
        patient.undeliverable().ifPresent(sign -> json.putObject("undeliverable").put("code", sign.code().name())
                .put("since", sign.since().toString()));
        return json.put("version", patient.version()).put("createdAt", patient.createdAt().orElseThrow().toString())
                .put("updatedAt", patient.updatedAt().toString());
    }

    private static void write(PatientDetails details, ObjectNode json) {
        json.put("firstName", details.firstName()).put("lastName", details.lastName());
        details.email().ifPresent(email -> json.put("email", email));
        details.phone().ifPresent(phone -> json.put("phone", phone));
        details.dateOfBirth().ifPresent(date -> json.put("dateOfBirth", date.toString()));
        details.timeZone().ifPresent(zone -> json.put("timeZone", zone.getId()));
        details.locale().ifPresent(locale -> json.put("locale", locale.toLanguageTag()));
        json.put("reminderPreference", details.reminderPreference().name());
    }
}

package clinic.appointments.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import clinic.appointments.contract.PatientsTable;
import clinic.appointments.model.Patient;
import clinic.appointments.model.Undeliverable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** A write of a mark on a patient, while the stored patient has that version and no mark; nothing else changes. */
record UndeliverableWrite(String table, Patient patient, Undeliverable sign) {

    UpdateItemRequest request() {
        Map<String, AttributeValue> attributes = PatientItem.sign(sign);
        Map<String, String> names = new HashMap<>(Map.of("#version", PatientItem.VERSION));
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":seen", Attributes.numberOf(patient.version())));
        attributes.forEach((name, value) -> {
            names.put("#" + name, name);
            values.put(":" + name, value);
        });
        return UpdateItemRequest.builder().tableName(table).key(PatientItem.key(patient.id()))
                .updateExpression(attributes.keySet().stream().sorted().map(name -> "#%s = :%s".formatted(name, name))
                        .collect(Collectors.joining(", ", "SET ", "")))
                .conditionExpression("#version = :seen AND attribute_not_exists(#" + PatientsTable.SIGN + ")")
                .expressionAttributeNames(names).expressionAttributeValues(values).build();
    }
}

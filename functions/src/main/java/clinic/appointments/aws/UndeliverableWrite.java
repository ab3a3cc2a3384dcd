package clinic.appointments.aws;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import clinic.appointments.contract.PatientsTable;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.Undeliverable;
import clinic.appointments.model.UndeliverableCode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * A write of a mark on a patient, while the stored patient has that version and no mark of the same or a greater
 * weight; nothing else changes.
 */
record UndeliverableWrite(String table, PatientId patient, long version, Undeliverable sign) {

    UpdateItemRequest request() {
        Map<String, AttributeValue> attributes = PatientItem.sign(sign);
        Map<String, String> names = new HashMap<>(Map.of("#version", VersionedPut.VERSION));
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":seen", Attributes.numberOf(version)));
        attributes.forEach((name, value) -> {
            names.put("#" + name, name);
            values.put(":" + name, value);
        });
        outweighed().forEach((placeholder, code) -> values.put(placeholder, Attributes.textOf(code)));
        return UpdateItemRequest.builder().tableName(table).key(PatientItem.key(patient))
                .updateExpression(attributes.keySet().stream().sorted().map(name -> "#%s = :%s".formatted(name, name))
                        .collect(Collectors.joining(", ", "SET ", "")))
                .conditionExpression("#version = :seen AND (" + isReplaceable() + ")")
                .expressionAttributeNames(names).expressionAttributeValues(values)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD).build();
    }

    private String isReplaceable() {
        String unmarked = "attribute_not_exists(#" + PatientsTable.SIGN + ")";
        return outweighed().isEmpty() ? unmarked
                : outweighed().keySet().stream().sorted()
                        .collect(Collectors.joining(", ", unmarked + " OR #" + PatientItem.SIGN_CODE + " IN (", ")"));
    }

    /** The codes of the marks that this one replaces, by their placeholders. */
    private Map<String, String> outweighed() {
        return Arrays.stream(UndeliverableCode.values()).filter(sign.code()::outweighs)
                .collect(Collectors.toMap(code -> ":" + code.name(), UndeliverableCode::name));
    }
}

package clinic.appointments.infrastructure;

import java.util.stream.Stream;

import static clinic.appointments.infrastructure.MonitoringRule.*;

/** Mistakes about alarms. */
final class MonitoringBreaks {

    private static final String ALARM = "AWS::CloudWatch::Alarm";

    private MonitoringBreaks() {
    }

    static Stream<Break> all() {
        return Stream.of(
                new Break(EVERY_DEAD_LETTER_QUEUE_HAS_AN_ALARM, "ReminderScheduleDLQ",
                        draft -> draft.watchAllBut("AWS::SQS::Queue", "ReminderScheduleDLQ")),
                new Break(EVERY_WORK_QUEUE_HAS_AN_ALARM, "AppointmentRequestQueue",
                        draft -> draft.watchAllBut("AWS::SQS::Queue", "AppointmentRequestQueue")),
                new Break(EVERY_FUNCTION_HAS_AN_ALARM, "AppointmentQueryProcessor",
                        draft -> draft.watchAllBut("AWS::Lambda::Function", "AppointmentQueryProcessor")),
                new Break(EVERY_TABLE_HAS_AN_ALARM, "PatientsTable",
                        draft -> draft.watchAllBut("AWS::DynamoDB::GlobalTable", "PatientsTable")),
                new Break(EVERY_ALARM_SAYS_WHAT_MISSING_DATA_MEANS, "Unclear", draft -> draft.add("Unclear", ALARM, """
                        {"AlarmDescription": "docs/runbook.md#queues"}""")),
                new Break(EVERY_ALARM_NAMES_ITS_SECTION_OF_THE_RUNBOOK, "Mute", draft -> draft.add("Mute", ALARM, """
                        {"AlarmDescription": "Look into it", "TreatMissingData": "breaching"}""")),
                new Break(NO_SAMPLING_RULE_DECIDES_FOR_OTHERS, "InvestigationSampling",
                        draft -> draft.at("AWS::XRay::SamplingRule", "InvestigationSampling", "/SamplingRule")
                                .put("ServiceName", "dev-*")),
                new Break(EVERY_ALARM_CAN_BE_HEARD, "Silent", draft -> draft.add("Silent", ALARM, """
                        {"ActionsEnabled": false, "AlarmDescription": "#release"}""")),
                new Break(EVERY_ALARM_PAGES_ITSELF_OR_THROUGH_A_COMPOSITE, "Unheard",
                        draft -> draft.add("Unheard", ALARM, """
                                {"AlarmDescription": "docs/runbook.md#queues"}""")),
                new Break(NO_COMPOSITE_ALARM_IS_TOO_LONG, "Long",
                        draft -> draft.add("Long", "AWS::CloudWatch::CompositeAlarm", """
                                {"AlarmRule": {"Fn::Join": ["", [%s"end"]]}}"""
                                .formatted("{\"Ref\": \"Some\"}, \" OR \", ".repeat(32)))),
                new Break(EVERY_EXPRESSION_OF_AN_ALARM_FILLS_IN_MISSING_DATA, "Gap",
                        draft -> draft.add("Gap", ALARM, """
                                {"Metrics": [{"Id": "all", "Expression": "FILL(a, 0) + b"},
                                {"Id": "a", "MetricStat": {}}, {"Id": "b", "MetricStat": {}}]}""")));
    }
}

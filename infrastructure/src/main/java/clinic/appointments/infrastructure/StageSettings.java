package clinic.appointments.infrastructure;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

import clinic.appointments.infrastructure.compute.FunctionSettings;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * Everything in which deployment stages differ.
 *
 * @param region
 *            where the stage's data lives, and never leaves
 * @param removal
 *            what becomes of tables, queues and the key when their stack is deleted
 * @param defaultTimeZone
 *            zone of a booking that names none
 * @param reminderOffsets
 *            how long before its start an appointment is reminded of
 * @param reminderSender
 *            e-mail address that reminders come from; its domain is verified in SES
 */
public record StageSettings(String region, RemovalPolicy removal, FunctionSettings functions, ZoneId defaultTimeZone,
        List<Duration> reminderOffsets, String reminderSender) {

    public StageSettings {
        reminderOffsets = List.copyOf(reminderOffsets);
    }

    /** The settings of a stage. */
    public static StageSettings of(StageName stage) {
        return switch (stage) {
            case DEV -> new StageSettings("eu-central-1", RemovalPolicy.DESTROY,
                    new FunctionSettings(Size.mebibytes(1024), RetentionDays.ONE_WEEK, 10, "DEBUG"),
                    ZoneId.of("Europe/Berlin"), List.of(Duration.ofHours(24), Duration.ofHours(2)),
                    "reminders@dev.appointments.example");
        };
    }
}

package clinic.appointments.infrastructure.storage;

import java.util.List;

import clinic.appointments.infrastructure.patterns.KeyUse;
import clinic.appointments.infrastructure.patterns.ServiceRole;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.services.backup.BackupPlan;
import software.amazon.awscdk.services.backup.BackupPlanRule;
import software.amazon.awscdk.services.backup.BackupPlanRuleProps;
import software.amazon.awscdk.services.backup.BackupResource;
import software.amazon.awscdk.services.backup.BackupSelectionOptions;
import software.amazon.awscdk.services.backup.BackupVault;
import software.amazon.awscdk.services.events.CronOptions;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

import static clinic.appointments.infrastructure.patterns.MainChild.DEFAULT_ID;

/**
 * Daily backups of all tables in a vault of their own. Unlike point-in-time recovery they survive the deletion of a
 * table (AWS Backup: "Advanced DynamoDB backup").
 */
public final class TableBackups extends Construct {

    /** At night in Europe, in UTC. */
    private static final CronOptions NIGHTLY = CronOptions.builder().hour("2").minute("30").build();

    private static final List<String> KEY = List.of("kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey",
            "kms:GenerateDataKey");

    private final TableBackupsProps props;
    private final BackupVault vault;
    private final ServiceRole role;

    public TableBackups(Construct scope, String id, TableBackupsProps props) {
        super(scope, id);
        this.props = props;
        vault = BackupVault.Builder.create(this, "Vault").encryptionKey(props.key()).removalPolicy(props.removal())
                .build();
        role = new ServiceRole(this, "Role", new ServicePrincipal("backup.amazonaws.com"));
        var plan = BackupPlan.Builder.create(this, DEFAULT_ID)
                .backupPlanName(Stage.of(this).getStageName() + "-appointments").backupVault(vault)
                .backupPlanRules(List.of(nightly())).build();
        plan.addSelection("Tables", BackupSelectionOptions.builder().role(role.role()).disableDefaultBackupPolicy(true)
                .resources(props.tables().stream().map(table -> BackupResource.fromArn(table.table().getTableArn()))
                        .toList())
                .build());
        grant();
        role.applyBefore(plan);
    }

    private BackupPlanRule nightly() {
        return new BackupPlanRule(BackupPlanRuleProps.builder().ruleName("nightly")
                .scheduleExpression(Schedule.cron(NIGHTLY))
                .deleteAfter(Duration.days(props.retention().toDays())).build());
    }

    /** The parts of AWSBackupServiceRolePolicyForBackup that tables need, on these tables and this vault only. */
    private void grant() {
        props.tables().forEach(table -> grantBackup(table.table().getTableArn()));
        allow(List.of("backup:CopyIntoBackupVault", "backup:DescribeBackupVault"), vault.getBackupVaultArn());
        List.of("backup", "dynamodb").forEach(service -> role.addToPolicy(
                KeyUse.through(service, Stack.of(this).getRegion(), props.key().getKeyArn(), KEY)));
    }

    private void grantBackup(String tableArn) {
        allow(List.of("dynamodb:CreateBackup", "dynamodb:DescribeTable", "dynamodb:ListTagsOfResource",
                "dynamodb:StartAwsBackupJob"), tableArn);
        allow(List.of("dynamodb:DeleteBackup", "dynamodb:DescribeBackup"), tableArn + "/backup/*");
    }

    private void allow(List<String> actions, String resource) {
        role.addToPolicy(PolicyStatement.Builder.create().actions(actions).resources(List.of(resource)).build());
    }
}

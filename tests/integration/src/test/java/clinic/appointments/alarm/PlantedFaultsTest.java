package clinic.appointments.alarm;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.alarm.Incident.Page;
import clinic.appointments.boot.ChangedAssembly;
import clinic.appointments.boot.RemovedGrant;
import clinic.appointments.local.run.SchedulingStage;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.template.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is paged because of a fault and follows the runbook from the first page ends at the section that is about it.
 * The first page is that of the alarm that goes on first; if several do in the same minute, each has to lead there. A
 * section may send them on to another, if an alarm of that one goes on within five minutes. What cannot be planted
 * here: a function whose concurrency is used up, because nothing throttles an invocation, and one that takes too long.
 */
@Tag("proof")
class PlantedFaultsTest {

    /** What it takes to open the runbook and to look at the dashboard. */
    private static final int MINUTES_TO_LOOK = 5;
    private static final int MINUTES_OF_HEALTH = 3;

    private static LocalStage stage;

    @TempDir
    Path directory;

    /** Of its own: its faults would be in the way of others. */
    @BeforeAll
    static void boot() {
        stage = LocalStage.boot(SchedulingStage.settings("dev").build());
    }

    @AfterAll
    static void close() {
        Optional.ofNullable(stage).ifPresent(LocalStage::close);
    }

    @Test
    void nobodyIsPagedWhenNothingIsWrong() throws InterruptedException {
        assertThat(Incident.of(stage, MINUTES_OF_HEALTH, Incident::quiet, Incident::usual)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> aFaultOfARunningStageLeadsToItsSection() {
        return EnumSet.complementOf(EnumSet.copyOf(PlantedFault.DEPLOYED)).stream()
                .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> leadsToItsSection(stage, fault)));
    }

    @Test
    void aFaultOfADeploymentLeadsToItsSection() throws InterruptedException {
        ChangedAssembly assembly = ChangedAssembly.copyOf(stage, directory);
        assembly.withoutGrant(
                new RemovedGrant(role("AppointmentApiRole"), "sqs:SendMessage", "AppointmentRequestQueue"));
        assembly.withoutGrant(new RemovedGrant(role("AppointmentConfirmationProcessorRole"), "sqs:SendMessage",
                "AppointmentReminderQueue"));
        assembly.without("ManagementProcessorSource");
        assembly.without("ReminderSchedulesReconciliation");
        try (LocalStage deployed = LocalStage.boot(assembly.settings().build())) {
            for (PlantedFault fault : PlantedFault.DEPLOYED) {
                leadsToItsSection(deployed, fault);
            }
        }
    }

    private static void leadsToItsSection(LocalStage on, PlantedFault fault) throws InterruptedException {
        List<Page> pages = Incident.of(on, fault);
        assertThat(sections(pages)).as("%s: %s", fault, pages).containsExactly(fault.section());
        assertThat(within(pages, 0).equals(Set.of(fault.section()))).as("%s leads there at once: %s", fault, pages)
                .isNotEqualTo(PlantedFault.BY_A_DETOUR.contains(fault));
    }

    /** The sections at which those end who follow the runbook from the first page, or from one of the first. */
    private static Set<String> sections(List<Page> pages) {
        Runbook runbook = Runbook.read();
        return within(pages, 0).stream().map(first -> runbook.follow(first, within(pages, MINUTES_TO_LOOK)))
                .collect(Collectors.toSet());
    }

    /** The sections of the alarms that go on not later than so many minutes after the first. */
    private static Set<String> within(List<Page> pages, int minutes) {
        return pages.stream().filter(page -> page.minute() <= pages.getFirst().minute() + minutes)
                .map(page -> page.alarm().section()).collect(Collectors.toSet());
    }

    private static String role(String beginning) {
        return stage.deployment().roles().stream().map(Role::id).filter(id -> id.startsWith(beginning)).findFirst()
                .orElseThrow();
    }
}

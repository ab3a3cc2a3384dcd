package clinic.appointments.local.stage;

import java.time.InstantSource;

import clinic.appointments.local.clock.LocalClock;
import clinic.appointments.local.engine.QueueLedger;
import clinic.appointments.local.functionclock.ClockFile;
import clinic.appointments.local.gateway.Gateway;

/**
 * The parts of a stage that exist before its template is read.
 *
 * @param clock the clock of queues, schedules and functions
 * @param clockOption option of the JVM that makes a function follow the clock
 * @param gateway bound, not open yet
 */
record StageFoundation(RunDirectory directory, LocalClock clock, String clockOption, QueueLedger ledger,
        Gateway gateway) {

    /**
     * Creates the run directory and binds the gateway.
     *
     * @param opened receives what has to be closed
     */
    static StageFoundation lay(BootSettings settings, CloseStack opened) {
        settings.ports().requireFree();
        RunDirectory directory = RunDirectory.create(settings.root(), settings.stage());
        ClockFile clockFile = ClockFile.create(directory.path());
        LocalClock clock = new LocalClock(InstantSource.system(), clockFile::write);
        QueueLedger ledger = new QueueLedger(clock);
        Gateway gateway = Gateway.bind(settings.ports().gateway());
        opened.push(gateway::close);
        clock.onAdvance(ledger::signal);
        return new StageFoundation(directory, clock, clockFile.option(), ledger, gateway);
    }

    /** The access key under which a role calls the gateway. */
    String accessKey(String roleArn) {
        return gateway.keys().accessKey(roleArn);
    }
}

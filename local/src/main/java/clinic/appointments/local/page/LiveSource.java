package clinic.appointments.local.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import clinic.appointments.local.stage.LocalStage;
import com.sun.net.httpserver.HttpExchange;

/** A running stage. */
final class LiveSource implements PageSource {

    private final LocalStage stage;
    private final ServiceParts service;
    private final StageReading reading;
    private final Troubles troubles;
    private final DayViews days;
    private final Commands commands;
    private final CountDownLatch closed = new CountDownLatch(1);

    LiveSource(LocalStage stage, ServiceParts service) {
        this.stage = stage;
        this.service = service;
        this.reading = new LiveStage(stage);
        this.troubles = new Troubles(stage, service.invariants());
        DayRequests requests = new DayRequests(stage, service.book());
        this.days = new DayViews(service.book(), requests::rows);
        this.commands = new Commands(stage, troubles, requests);
    }

    @Override
    public StageReading reading() {
        return reading;
    }

    @Override
    public boolean isSaved() {
        return false;
    }

    @Override
    public TroubleList troubles() {
        return troubles.list();
    }

    @Override
    public DayViews days() {
        return days;
    }

    @Override
    public PageAnswer carryOut(Visit visit, String body) throws InterruptedException {
        return commands.carryOut(visit, service.dates().apply(body));
    }

    @Override
    public void writeChanges(HttpExchange exchange) throws IOException, InterruptedException {
        ChangeStream.of(stage, troubles::list, closed).write(exchange);
    }

    @Override
    public Path file() {
        return SessionFile.save(stage, service.sent());
    }

    @Override
    public String events() {
        return service.sent().json();
    }

    @Override
    public void close() {
        closed.countDown();
    }
}

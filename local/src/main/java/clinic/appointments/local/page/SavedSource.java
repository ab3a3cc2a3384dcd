package clinic.appointments.local.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;

/** A saved session. */
final class SavedSource implements PageSource {

    private final Path zip;
    private final SessionFile file;
    private final SavedStage stage;
    private final DayViews days;

    /** @param book the calendars of a stage, which only the service can read */
    SavedSource(Path zip, Function<StoredStage, DayBook> book) {
        this.zip = zip;
        this.file = SessionFile.open(zip);
        this.stage = new SavedStage(file);
        this.days = new DayViews(book.apply(stage), _ -> List.of());
    }

    @Override
    public StageReading reading() {
        return stage;
    }

    @Override
    public boolean isSaved() {
        return true;
    }

    @Override
    public TroubleList troubles() {
        return new TroubleList(List.of(), Optional.empty());
    }

    @Override
    public DayViews days() {
        return days;
    }

    @Override
    public PageAnswer carryOut(Visit visit, String body) {
        return PageAnswer.text(409, "This is a saved session, which takes no commands.");
    }

    /** Nothing changes any more: a browser does not ask again after a 204 (HTML standard, section 9.2.3). */
    @Override
    public void writeChanges(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(204, -1);
    }

    @Override
    public Path file() {
        return zip;
    }

    @Override
    public String events() {
        return file.text(SessionFile.EVENTS);
    }

    @Override
    public void close() {
        file.close();
    }
}

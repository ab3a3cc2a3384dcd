package clinic.appointments.local.page;

import java.io.IOException;
import java.nio.file.Path;

import com.sun.net.httpserver.HttpExchange;

/** What a page shows, and what its commands act on. */
interface PageSource {

    StageReading reading();

    /** Whether it is a saved session, which takes no commands. */
    boolean isSaved();

    /** The troubles that are planted, and the latest verdict. */
    TroubleList troubles();

    /** The days of the service's calendars. */
    DayViews days();

    /** Carries out a command. */
    PageAnswer carryOut(Visit visit, String body) throws InterruptedException;

    /** Answers with the stream of changes. */
    void writeChanges(HttpExchange exchange) throws IOException, InterruptedException;

    /** The session as a file. */
    Path file();

    /** What people have sent, as a file of the events folder. */
    String events();

    /** Ends the streams of changes. */
    void close();
}

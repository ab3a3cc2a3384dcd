package clinic.appointments.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.local.page.SessionFile;
import clinic.appointments.local.stage.StageException;

/**
 * Tells the story of an id: from the stage that is kept up, or else from the session of the latest run.
 *
 * @param runs folder with a folder for each run
 */
record StoryTeller(Path runs) {

    /**
     * The story as a text.
     *
     * @throws StageException when no run has left anything
     */
    String tell(String id) throws InterruptedException {
        Optional<KeptStage> kept = KeptStage.newest(runs);
        return kept.isPresent() ? ask(kept.get().page(), id) : read(latest(), id);
    }

    private static String ask(URI page, String id) throws InterruptedException {
        URI address = URI.create(page + "/stories/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "?as=text");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path session, String id) {
        try (SessionFile file = SessionFile.open(session)) {
            return file.story(id);
        }
    }

    private Path latest() {
        try (Stream<Path> folders = Files.isDirectory(runs) ? Files.list(runs) : Stream.empty()) {
            return folders.map(run -> run.resolve(SessionFile.NAME)).filter(Files::exists)
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .orElseThrow(() -> new StageException(
                            "-Dstory: there is no run to tell of; run mvn -ntp -Plocal first."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

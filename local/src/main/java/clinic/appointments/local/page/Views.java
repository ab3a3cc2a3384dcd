package clinic.appointments.local.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import clinic.appointments.local.mail.Mail;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The views of the page by their addresses, and the files that they load. */
final class Views {

    static final List<Frame.Link> LINKS = List.of(new Frame.Link("/", "Map"), new Frame.Link("/stories", "Stories"),
            new Frame.Link("/day", "Day"), new Frame.Link("/queues", "Queues"), new Frame.Link("/inbox", "Inbox"),
            new Frame.Link("/clock", "Clock"),
            new Frame.Link("/calls", "Calls"), new Frame.Link("/access", "Who may do what"),
            new Frame.Link("/trouble", "Trouble"));

    private final PageSource source;
    private final StageReading reading;
    private final URI address;
    private final RuleBook rules = RuleBook.read(Path.of("docs"));
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    Views(PageSource source, URI address) {
        this.source = source;
        this.reading = source.reading();
        this.address = address;
    }

    PageAnswer show(Visit visit) {
        return switch (visit.part(0)) {
            case "" -> map(visit);
            case "stories" -> visit.part(1).isEmpty() ? stories(visit) : story(visit);
            case "queues" -> page("queues.jte", frame("Queues", place("/queues", "at", visit)), "queues",
                    QueueList.of(reading, visit.parameter("at")));
            case "inbox" -> visit.part(1).isEmpty() ? inbox(visit) : letter(visit.part(1));
            case "clock" -> page("clock.jte", frame("Clock", "/clock"), "due", Due.of(reading));
            case "calls" -> page("calls.jte", frame("Calls", place("/calls", "find", visit)), "calls",
                    CallList.of(reading, visit.parameter("find")));
            case "access" ->
                page("access.jte", frame("Who may do what", "/access"), "access", AccessList.of(reading));
            case "day" ->
                page("day.jte", frame("Day", dayPlace(visit)), source.days().show(reading, visit));
            case "trouble" -> page("trouble.jte", frame("Trouble", "/trouble"),
                    Map.of("form", TroubleForm.of(reading), "troubles", source.troubles()));
            case "style.css" -> file("text/css", "style.css");
            case "page.js" -> file("text/javascript", "page.js");
            case "htmx.js" -> file("text/javascript", webJar("htmx.org", "dist/htmx.min.js"));
            case "sse.js" -> file("text/javascript", webJar("htmx-ext-sse", "sse.js"));
            case String _ -> PageAnswer.text(404, "There is no such page.");
        };
    }

    private static String dayPlace(Visit visit) {
        String place = "/day";
        for (String parameter : List.of("of", "date", "move", "start", "end")) {
            place = place(place, parameter, visit);
        }
        return place;
    }

    private PageAnswer map(Visit visit) {
        String chosen = visit.parameter("at");
        StageMap map = StageMap.draw(reading.topology(), Figures.of(reading), new Insides(reading).of(chosen));
        return page("map.jte", frame("Map", place("/", "at", visit)), "map", map);
    }

    /** The list of stories, or the story of an id that is whole. */
    private PageAnswer stories(Visit visit) {
        StoryList list = StoryList.of(reading, visit.parameter("find"), visit.parameter("only"));
        return page("stories.jte", frame("Stories", place(place("/stories", "find", visit), "only", visit)), "stories",
                list);
    }

    private PageAnswer story(Visit visit) {
        String id = visit.part(1);
        Story story = new StoryFinder(reading, rules, id).story();
        return visit.parameter("as").equals("text") ? PageAnswer.text(200, StoryText.of(story))
                : page("story.jte", frame("Story of " + id, Frame.story(id)), "story", story);
    }

    private PageAnswer inbox(Visit visit) {
        return page("inbox.jte", frame("Inbox", place(place("/inbox", "at", visit), "find", visit)), "inbox",
                Inbox.of(reading, visit.parameter("find"), visit.parameter("at")));
    }

    /** The file of an e-mail, or its body in HTML. */
    private PageAnswer letter(String name) {
        if (name.endsWith(".html")) {
            return reading.mail(name.replaceFirst("\\.html$", "")).map(Mail::html).map(PageAnswer::foreign)
                    .orElseGet(() -> PageAnswer.text(404, "There is no such letter."));
        }
        return reading.mail(name.replaceFirst("\\.eml$", ""))
                .map(mail -> new PageAnswer(200, "message/rfc822", reading.file(mail)))
                .orElseGet(() -> PageAnswer.text(404, "There is no such letter."));
    }

    /** An address with a parameter of the visit, if it has one. */
    private static String place(String path, String parameter, Visit visit) {
        String value = visit.parameter(parameter);
        return value.isEmpty() ? path
                : path + (path.contains("?") ? "&" : "?") + parameter + "=" + Visit.encode(value);
    }

    private Frame frame(String title, String place) {
        return new Frame(reading.deployment().stage(), title, place, address, reading.api(), reading.now(),
                reading.ahead(), source.isSaved());
    }

    private PageAnswer page(String template, Frame frame, String name, Object content) {
        return page(template, frame, Map.of(name, content));
    }

    private PageAnswer page(String template, Frame frame, Map<String, Object> contents) {
        Map<String, Object> parameters = new HashMap<>(contents);
        parameters.put("frame", frame);
        StringOutput page = new StringOutput();
        engine.render(template, parameters, page);
        return PageAnswer.html(200, page.toString());
    }

    /** A file of a library, whose folder is named after its version. */
    private static String webJar(String library, String file) {
        try (InputStream properties = Views.class
                .getResourceAsStream("/META-INF/maven/org.webjars.npm/" + library + "/pom.properties")) {
            Properties read = new Properties();
            read.load(properties);
            return "/META-INF/resources/webjars/%s/%s/%s".formatted(library, read.getProperty("version"), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PageAnswer file(String type, String name) {
        try (InputStream file = Views.class.getResourceAsStream(name)) {
            return new PageAnswer(200, type + "; charset=utf-8",
                    new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

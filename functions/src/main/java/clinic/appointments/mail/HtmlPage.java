package clinic.appointments.mail;

import java.util.List;
import java.util.stream.Collectors;

/** An HTML page that a screen reader reads in the right language and a mail program shows in the right direction. */
record HtmlPage(Translations translations) {

    String of(String title, List<String> paragraphs) {
        return """
                <!DOCTYPE html>
                <html lang="%s" dir="%s">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body>
                %s
                </body>
                </html>
                """.formatted(translations.locale().toLanguageTag(), translations.direction(), escaped(title),
                paragraphs.stream().map(text -> "<p>" + escaped(text) + "</p>").collect(Collectors.joining("\n")));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}

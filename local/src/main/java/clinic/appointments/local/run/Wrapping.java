package clinic.appointments.local.run;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines. */
final class Wrapping {

    private Wrapping() {
    }

    /** Breaks at blanks where there are any; no line is longer than the width. There is at least one. */
    static List<String> anywhere(String text, int width) {
        return lines(text, width, width);
    }

    /** Breaks at blanks only, so that a path or an address stays in one piece. There is at least one line. */
    static List<String> atBlanks(String text, int width) {
        return lines(text, width, Integer.MAX_VALUE);
    }

    private static List<String> lines(String text, int width, int longestWord) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int end = end(rest, width, longestWord);
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        if (lines.isEmpty() || !rest.isEmpty()) {
            lines.add(rest);
        }
        return lines;
    }

    private static int end(String text, int width, int longestWord) {
        int blank = text.lastIndexOf(' ', width);
        if (blank > 0) {
            return blank;
        }
        int next = text.indexOf(' ', width);
        return Math.min(next < 0 ? text.length() : next, longestWord);
    }
}

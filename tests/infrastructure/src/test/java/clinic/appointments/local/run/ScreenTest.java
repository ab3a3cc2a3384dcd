package clinic.appointments.local.run;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Colors and lines that are written over appear only where they can be shown. */
class ScreenTest {

    private static final Map<String, String> XTERM = Map.of("TERM", "xterm-256color");

    @Test
    void aTerminalShowsColorsAndItsOwnWidth() {
        Screen screen = Screen.of(true, XTERM, () -> 93);
        assertThat(screen).isEqualTo(new Screen(93, true, true));
        assertThat(screen.paint(Screen.Color.RED, "no")).isEqualTo("\u001B[31mno\u001B[0m");
        assertThat(screen.paint(Screen.Color.PLAIN, "no")).isEqualTo("no");
        assertThat(screen.paint(Screen.Color.RED, "")).isEmpty();
    }

    @Test
    void aFileGetsPlainTextOfAnyWidth() {
        Screen screen = Screen.of(false, XTERM, () -> 93);
        assertThat(screen).isEqualTo(Screen.FILE);
        assertThat(screen.paint(Screen.Color.RED, "no")).isEqualTo("no");
    }

    @Test
    void noColorIsHeeded() {
        assertThat(Screen.of(true, Map.of("TERM", "xterm", "NO_COLOR", "1"), () -> 93).colors()).isFalse();
        assertThat(Screen.of(true, Map.of("TERM", "xterm", "NO_COLOR", ""), () -> 93).colors()).isTrue();
    }

    @Test
    void aSimpleTerminalIsNotWrittenOver() {
        assertThat(Screen.of(true, Map.of("TERM", "dumb"), () -> 93)).isEqualTo(new Screen(93, false, false));
        assertThat(Screen.of(true, Map.of(), () -> 93)).isEqualTo(new Screen(93, false, false));
    }

    @Test
    void anUnknownWidthIsTheUsualOne() {
        assertThat(Screen.of(true, XTERM, () -> 0).width()).isEqualTo(120);
        assertThat(Screen.of(true, XTERM, () -> 7).width()).isEqualTo(40);
    }
}

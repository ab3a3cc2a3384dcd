package clinic.appointments.local.run;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A table fits its screen and loses nothing. */
class TextTableTest {

    private final TextTable table = new TextTable("EVENT", "OUTCOME");

    TextTableTest() {
        table.row("move", "booked, confirmed, reminders: sent");
        table.row(Screen.Color.GREEN, "a visit with two reminders", "booked");
    }

    @Test
    void isAsWideAsItsCellsWhereThereIsRoom() {
        assertThat(table.render(Screen.FILE)).isEqualTo("""
                EVENT                       OUTCOME
                --------------------------------------------------------------
                move                        booked, confirmed, reminders: sent
                a visit with two reminders  booked
                """);
    }

    @Test
    void goesOnInTheNextLineWhereThereIsNone() {
        assertThat(table.render(new Screen(40, false, false))).isEqualTo("""
                EVENT                OUTCOME
                ----------------------------------------
                move                 booked, confirmed,
                                     reminders: sent
                a visit with two     booked
                reminders
                """);
    }

    @Test
    void colorsTheLastCellAlone() {
        assertThat(table.render(new Screen(80, true, false))).contains(
                "a visit with two reminders  \u001B[32mbooked\u001B[0m\n", "move                        booked,");
    }

    @Test
    void breaksATextWithoutBlanksWhereItMust() {
        assertThat(Wrapping.anywhere("abcdefgh", 3)).isEqualTo(List.of("abc", "def", "gh"));
        assertThat(Wrapping.anywhere("", 3)).isEqualTo(List.of(""));
        assertThat(Wrapping.anywhere("abc def", 3)).isEqualTo(List.of("abc", "def"));
    }

    @Test
    void keepsAPathInOnePiece() {
        assertThat(Wrapping.atBlanks("see target/run/logs or so", 6))
                .isEqualTo(List.of("see", "target/run/logs", "or so"));
        assertThat(Wrapping.atBlanks("target/run/logs", 6)).isEqualTo(List.of("target/run/logs"));
    }
}

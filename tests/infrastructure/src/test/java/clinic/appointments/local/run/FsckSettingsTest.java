package clinic.appointments.local.run;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;

import clinic.appointments.local.stage.StageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Options of the check of calendars are read, or rejected in a sentence that names the option. */
class FsckSettingsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-05-30");

    @Test
    void takesWhatIsEmptyForAbsent() {
        assertThat(read("appointments=", "calendars=", "from=", "mend="))
                .isEqualTo(new FsckSettings(Optional.empty(), TODAY, false));
    }

    @Test
    void takesTwoTablesADateAndTheWish() {
        assertThat(read("appointments=a", "calendars=c", "resources=r", "from=2026-03-29", "mend=true"))
                .isEqualTo(new FsckSettings(
                        Optional.of(new CalendarTables("a", "c", "r")), LocalDate.parse("2026-03-29"), true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "appointments=a | -Dappointments=<table>, -Dcalendars=<table> and -Dresources=<table> must be given "
                    + "together.",
            "resources=r | -Dappointments=<table>, -Dcalendars=<table> and -Dresources=<table> must be given "
                    + "together.",
            "from=today | -Dfrom=today is not a date such as 2026-03-29.",
            "mend=yes | -Dmend=yes: expected one of true, false."})
    void refusesInOneSentence(String option, String sentence) {
        assertThatExceptionOfType(StageException.class).isThrownBy(() -> read(option)).withMessage(sentence);
    }

    private static FsckSettings read(String... options) {
        Properties properties = new Properties();
        for (String option : options) {
            properties.setProperty(option.substring(0, option.indexOf('=')),
                    option.substring(option.indexOf('=') + 1));
        }
        return FsckSettings.of(properties, TODAY);
    }
}

package clinic.appointments.aws;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import clinic.appointments.fixture.FixedKey;
import clinic.appointments.fixture.Given;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.DateRange;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientDetails;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.AppointmentSearch.Period;
import clinic.appointments.port.Fingerprints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is stored may be older than today's rules, or newer than this version. */
class UnreadableItemsTest {

    private static final Fingerprints KEYED = FixedKey.fingerprints("1");

    private static final Appointment GOOD = Given.requested(Given.booking("good", Given.slot("09:00", "09:30")));
    private static final Appointment OTHER = Given.requested(Given.booking("other", Given.slot("10:00", "10:30")));

    @ParameterizedTest
    @CsvSource({"email,gr\u00fcn@example.org", "email,ada@example.org\u200b", "phone,call me", "firstName,\u200b",
            "dateOfBirth,2031-01-01", "timeZone,Mars/Base", "locale,en-GB-u-tz-uslax", "locale,no language"})
    void aPatientOfOlderRulesIsReadAndCanBeErased(String field, String value) {
        Map<String, AttributeValue> item = with(PatientItem.of(Given.patient(Given.ADA), KEYED), field, value);

        Patient read = PatientItem.read(item);

        assertThat(read.isKnown()).isTrue();
        assertThat(PatientItem.of(read.erased(Given.writer("erase"), Given.NOW), KEYED)).doesNotContainKey(field);
    }

    @Test
    void aStoredLanguageTellsNoTimeZone() {
        Map<String, AttributeValue> item = with(PatientItem.of(Given.patient(Given.ADA), KEYED), "locale",
                "en-GB-u-tz-uslax-ca-hebrew");

        assertThat(PatientItem.read(item).details().flatMap(PatientDetails::locale)).contains(Locale.UK);
    }

    @Test
    void anAppointmentInAZoneThatIsNotKnownAnyMoreKeepsItsInstant() {
        Appointment read = AppointmentItem.read(with(AppointmentItem.of(GOOD), "timeZone", "Mars/Base"));

        assertThat(List.of(read.startAt(), read.interval().end()))
                .isEqualTo(List.of(GOOD.startAt(), GOOD.interval().end()));
    }

    @Test
    void anAppointmentOfMoreResourcesThanAreAllowedNowIsRead() {
        List<AttributeValue> many = Collections.nCopies(12, Attributes.textOf("room:1"));
        Map<String, AttributeValue> item = new HashMap<>(AppointmentItem.of(GOOD));
        item.put("resourceIds", AttributeValue.fromL(many));

        assertThat(AppointmentItem.read(item).booking().resources()).hasSize(12).containsOnly(ResourceId.of("room:1"));
    }

    @ParameterizedTest
    @CsvSource({"log,", "appointmentDate,someday", "startTime,25:00", "patientId,not an id"})
    void oneThatCannotBeReadStopsNoSearch(String field, String value) {
        LaggingIndex table = table(field, value);
        DynamoDbAppointmentSearch search = DynamoDbAppointmentSearch.leavingOutWhatCannotBeRead(table,
                LaggingIndex.TABLE, Runnable::run);

        assertThat(search.ofStatus(AppointmentStatus.REQUESTED, DateRange.only(LocalDate.parse("2026-03-17")),
                PageRequest.first()).items()).containsExactly(GOOD);
    }

    /** An erasure that has not seen all appointments is not done. */
    @Test
    void oneThatCannotBeReadStopsASearchThatHasToSeeAll() {
        DynamoDbAppointmentSearch search = new DynamoDbAppointmentSearch(table("startTime", "25:00"),
                LaggingIndex.TABLE);

        assertThatThrownBy(() -> search.ofPatient(Given.ADA, Period.ALWAYS, PageRequest.first()))
                .isInstanceOf(DateTimeException.class);
    }

    @Test
    void aPatientThatCannotBeReadHidesNoOther() {
        Patient ada = Given.patient(Given.ADA);
        Map<String, AttributeValue> odd = with(PatientItem.of(Given.patient(new PatientId("odd")), KEYED),
                "reminderPreference", "PIGEON");
        LaggingIndex table = new LaggingIndex(List.of(PatientItem.of(ada, KEYED), odd),
                List.of(PatientItem.of(ada, KEYED), odd));

        assertThat(
                new DynamoDbPatients(table, LaggingIndex.NAME, KEYED).ofEmail("ada@example.org", PageRequest.first())
                        .items())
                .containsExactly(ada);
    }

    private static LaggingIndex table(String field, String value) {
        Map<String, AttributeValue> odd = value == null
                ? without(LaggingIndex.TABLE.item(OTHER), field)
                : with(LaggingIndex.TABLE.item(OTHER), field, value);
        List<Map<String, AttributeValue>> items = List.of(LaggingIndex.TABLE.item(GOOD), odd);
        return new LaggingIndex(items, items);
    }

    private static Map<String, AttributeValue> with(Map<String, AttributeValue> item, String field, String value) {
        Map<String, AttributeValue> changed = new HashMap<>(item);
        changed.put(field, Attributes.textOf(value));
        return changed;
    }

    private static Map<String, AttributeValue> without(Map<String, AttributeValue> item, String field) {
        Map<String, AttributeValue> changed = new HashMap<>(item);
        changed.remove(field);
        return changed;
    }
}

package clinic.appointments.aws;

import java.util.List;
import java.util.Optional;

import clinic.appointments.fixture.FixedKey;
import clinic.appointments.fixture.Given;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.Writer;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.Fingerprints;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DynamoDbPatientsTest {

    private static final Fingerprints KEYED = FixedKey.fingerprints("1");

    private static final String ADDRESS = "family@example.org";
    private static final Writer CHANGE = Given.writer("change");

    private final Patient stayed = withAddress("stayed");
    private final Patient erased = withAddress("erased");
    private final Patient moved = withAddress("moved");
    private final Patient silent = withAddress("silent");

    @Test
    void leavesOutWhomTheIndexStillHasUnderAnAddress() {
        List<Patient> meanwhile = List.of(stayed, erased.erased(CHANGE, Given.NOW),
                moved.updated(Given.details(Optional.of("moved@example.org")), CHANGE, Given.NOW),
                silent.updated(Given.details(Optional.empty()), CHANGE, Given.NOW));
        LaggingIndex index = new LaggingIndex(
                List.of(stayed, erased, moved, silent).stream().map(patient -> PatientItem.of(patient, KEYED)).toList(),
                meanwhile.stream().map(patient -> PatientItem.of(patient, KEYED)).toList());

        assertThat(new DynamoDbPatients(index, LaggingIndex.NAME, KEYED)
                .ofEmail(ADDRESS.toUpperCase(java.util.Locale.ROOT),
                        PageRequest.first())
                .items()).containsExactly(stayed);
    }

    private static Patient withAddress(String id) {
        return Patient.registered(new PatientId(id), Given.details(Optional.of(ADDRESS)), Given.writer("req"),
                Given.NOW);
    }
}

package clinic.appointments.acceptance;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.awaitility.core.ConditionTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;

/** What clients do, each beginning with a patient who was just registered. */
enum Journey {

    READS_A_PATIENT(visitor -> {
        var patient = visitor.read("/patients/" + visitor.patient());
        assertThat(patient.text("email")).isEqualTo(visitor.email());
        assertThat(patient.text("reminderPreference")).isEqualTo("NONE");
    }),
    BOOKS_AND_READS(visitor -> {
        var slot = visitor.freeSlot();
        var appointment = visitor.appointment(visitor.book(slot));
        assertThat(appointment.text("status")).isEqualTo("CONFIRMED");
        assertThat(appointment.text("startTime")).isEqualTo(slot.path("startTime").asText());
        assertThat(visitor.read("/patients/" + visitor.patient() + "/appointments").body().path("appointments"))
                .hasSize(1);
        assertThat(visitor.read("/resources/" + visitor.room() + "/appointments?date="
                + slot.path("appointmentDate").asText() + "&timeZone=" + slot.path("timeZone").asText())
                .body().path("appointments")).hasSize(1);
    }),
    IS_REFUSED_A_TAKEN_SLOT(visitor -> {
        var slot = visitor.freeSlot();
        visitor.book(slot);
        assertThat(visitor.freeSlot().path("startTime")).isNotEqualTo(slot.path("startTime"));
        assertThat(visitor.receipt(visitor.write("POST", "/appointments", slot)).text("state")).isEqualTo("REJECTED");
        assertThat(visitor.read("/patients/" + visitor.patient() + "/appointments").body().path("appointments"))
                .hasSize(1);
    }),
    MOVES(visitor -> {
        var appointment = visitor.book(visitor.freeSlot());
        var later = visitor.freeSlot();
        later.remove("patientId");
        visitor.accepted(visitor.write("POST", "/appointments/" + appointment + "/reschedule", later));
        assertThat(visitor.appointment(appointment).text("startTime")).isEqualTo(later.path("startTime").asText());
    }),
    CANCELS(visitor -> {
        var slot = visitor.freeSlot();
        var appointment = visitor.book(slot);
        visitor.accepted(visitor.write("POST", "/appointments/" + appointment + "/cancel", empty()));
        assertThat(visitor.appointment(appointment).text("status")).isEqualTo("CANCELLED");
        assertThat(visitor.freeSlot()).as("the time is free again").isEqualTo(slot);
    }),
    BOOKS_ONCE_UNDER_THE_SAME_KEY(visitor -> {
        var slot = visitor.freeSlot();
        var key = visitor.write("POST", "/appointments", slot);
        visitor.write("POST", "/appointments", slot, key);
        visitor.accepted(key);
        visitor.write("POST", "/appointments", slot, key);
        assertThat(visitor.accepted(key).body().path("conflicts").asInt()).isZero();
        assertThat(visitor.read("/patients/" + visitor.patient() + "/appointments").body().path("appointments"))
                .hasSize(1);
    }),
    IS_TOLD_OF_ANOTHER_BODY_UNDER_A_KEY(visitor -> {
        var slot = visitor.freeSlot();
        var key = visitor.write("POST", "/appointments", slot);
        visitor.accepted(key);
        visitor.write("POST", "/appointments", slot.deepCopy().put("notes", "another"), key);
        visitor.until("conflict", () -> visitor.accepted(key), receipt -> receipt.body().has("conflict"));
    }),
    FINDS_A_PATIENT_BY_ADDRESS(visitor -> visitor.until("found", () -> visitor.ask("POST", "/patient-search",
            empty().put("email", visitor.email()).toString()), found -> found.body().path("patients").size() == 1)),
    IS_TOLD_WHICH_FIELD_IS_WRONG(visitor -> {
        var refused = visitor.send("POST", "/appointments", visitor.freeSlot().put("startTime", "noon"),
                visitor.patient() + "-wrong");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("detail")).contains("startTime").contains("HH:MM");
    }),
    READS_NOTHING_THAT_IS_NOT_THERE(visitor -> {
        assertThat(visitor.ask("GET", "/appointments/" + visitor.patient(), "").status()).isEqualTo(404);
        assertThat(visitor.ask("GET", "/no-such-operation", "").status()).isEqualTo(403);
    }),
    ERASES_A_PATIENT(visitor -> {
        visitor.accepted(visitor.write("DELETE", "/patients/" + visitor.patient(), empty()));
        var erased = visitor.ask("GET", "/patients/" + visitor.patient(), "");
        assertThat(erased.body().toString()).doesNotContain("Testpatient").doesNotContain(visitor.email());
    });

    private final Consumer<Visitor> steps;

    Journey(Consumer<Visitor> steps) {
        this.steps = steps;
    }

    /**
     * Takes the journey, and cleans up after it.
     *
     * @param id unique to the journey and the run
     */
    JourneyResult take(SignedApi api, String id) {
        var visitor = new Visitor(api, id);
        try {
            visitor.register();
            steps.accept(visitor);
            return visitor.result(title(), Optional.empty());
        } catch (AssertionError | ConditionTimeoutException failed) {
            return visitor.result(title(), Optional.of(String.valueOf(failed.getMessage()).strip()));
        } finally {
            visitor.leave();
        }
    }

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}

package clinic.appointments.query;

import java.util.List;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.Block;
import clinic.appointments.model.Displacement;
import clinic.appointments.model.Patient;
import clinic.appointments.model.Pool;
import clinic.appointments.model.Resource;
import clinic.appointments.model.SlotSearch;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.model.VisitType;
import clinic.appointments.port.Page;
import clinic.appointments.port.Receipt;

/** An answer to a question of the HTTP API. */
sealed interface Answer {

    record OneAppointment(Appointment appointment) implements Answer {
    }

    record Appointments(Page<Appointment> page) implements Answer {
    }

    record Displaced(List<Displacement> displacements) implements Answer {
    }

    record FreeSlots(List<TimeSlot> slots) implements Answer {
    }

    /**
     * Candidates for a booking, in the order of their starts.
     *
     * @param explained whether refused candidates are among them
     */
    record Candidates(Page<SlotSearch.Candidate> page, boolean explained) implements Answer {
    }

    record OnePatient(Patient patient) implements Answer {
    }

    record Patients(Page<Patient> page) implements Answer {
    }

    record OneResource(Resource resource) implements Answer {
    }

    record OnePool(Pool pool) implements Answer {
    }

    record OneVisitType(VisitType type) implements Answer {
    }

    record OneBlock(Block block) implements Answer {
    }

    record Blocks(List<Block> blocks) implements Answer {
    }

    record OneReceipt(Receipt receipt) implements Answer {
    }

    record Summary(OverdueSummary summary) implements Answer {
    }

    /** The object asked for certainly does not exist. */
    record Absent() implements Answer {
    }
}

package clinic.appointments.query;

import java.util.Optional;

import clinic.appointments.model.Patient;
import clinic.appointments.port.Patients;
import clinic.appointments.port.Receipts;

/** Answers a question. */
final class AnswerQuestion {

    private final FindAppointments find;
    private final FindResources resources;
    private final SearchSlots slots;
    private final Patients patients;
    private final Receipts receipts;
    private final SummarizeOverdue summarize;

    AnswerQuestion(FindAppointments find, FindResources resources, SearchSlots slots, Patients patients,
            Receipts receipts, SummarizeOverdue summarize) {
        this.find = find;
        this.resources = resources;
        this.slots = slots;
        this.patients = patients;
        this.receipts = receipts;
        this.summarize = summarize;
    }

    /**
     * @throws clinic.appointments.port.BadCursorException when the page's cursor is not valid
     */
    Answer answer(Question question) {
        return switch (question) {
            case Question.OneAppointment(var id) -> orAbsent(find.one(id).map(Answer.OneAppointment::new));
            case Question.AppointmentsOfPatient ofPatient -> new Answer.Appointments(find.of(ofPatient));
            case Question.AppointmentsOfStatus ofStatus -> new Answer.Appointments(find.of(ofStatus));
            case Question.AppointmentsOfResource ofResource -> new Answer.Appointments(find.of(ofResource));
            case Question.DisplacedOfResource displaced -> new Answer.Displaced(resources.displaced(displaced));
            case Question.FreeSlotsOfResource free -> new Answer.FreeSlots(resources.freeSlots(free));
            case Question.SlotsOfResources search ->
                new Answer.Candidates(slots.page(search), search.explained());
            case Question.OneBlock(var id) -> orAbsent(resources.block(id).map(Answer.OneBlock::new));
            case Question.BlocksOfResource blocks -> new Answer.Blocks(resources.blocks(blocks));
            case Question.OneResource(var id) -> orAbsent(resources.one(id).map(Answer.OneResource::new));
            case Question.OnePool(var id) -> orAbsent(resources.pool(id).map(Answer.OnePool::new));
            case Question.OneVisitType(var id) -> orAbsent(resources.visitType(id).map(Answer.OneVisitType::new));
            case Question.OnePatient(var id) ->
                orAbsent(patients.find(id).filter(Patient::isKnown).map(Answer.OnePatient::new));
            case Question.PatientsOfEmail(var email, var page) -> new Answer.Patients(patients.ofEmail(email, page));
            case Question.UndeliverablePatients(var page) -> new Answer.Patients(patients.undeliverable(page));
            case Question.OneReceipt(var id) -> orAbsent(receipts.find(id).map(Answer.OneReceipt::new));
            case Question.Overdue overdue -> new Answer.Appointments(find.of(overdue));
            case Question.SummaryOfOverdue() -> new Answer.Summary(summarize.summarize());
        };
    }

    private static Answer orAbsent(Optional<? extends Answer> answer) {
        return answer.<Answer>map(found -> found).orElseGet(Answer.Absent::new);
    }
}

package clinic.appointments.query;

import clinic.appointments.port.AppointmentSearch;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Patients;
import clinic.appointments.port.Receipts;

/** Answers a question. */
final class AnswerQuestion {

    private final Appointments appointments;
    private final AppointmentSearch search;
    private final Patients patients;
    private final Receipts receipts;

    AnswerQuestion(Appointments appointments, AppointmentSearch search, Patients patients, Receipts receipts) {
        this.appointments = appointments;
        this.search = search;
        this.patients = patients;
        this.receipts = receipts;
    }

    /**
     * @throws clinic.appointments.port.BadCursorException
     *             when the page asked for has a cursor that is none
     */
    Answer answer(Question question) {
        return switch (question) {
            case Question.OneAppointment(var id) -> appointments.find(id).<Answer>map(Answer.OneAppointment::new)
                    .orElseGet(Answer.Absent::new);
            case Question.AppointmentsOfPatient(var patient, var page) -> new Answer.Appointments(
                    search.ofPatient(patient, page));
            case Question.AppointmentsOfStatus(var status, var date, var page) -> new Answer.Appointments(
                    search.ofStatus(status, date, page));
            case Question.OnePatient(var id) -> patients.find(id).<Answer>map(Answer.OnePatient::new)
                    .orElseGet(Answer.Absent::new);
            case Question.PatientsOfEmail(var email) -> new Answer.Patients(patients.ofEmail(email));
            case Question.OneReceipt(var id) -> receipts.find(id).<Answer>map(Answer.OneReceipt::new)
                    .orElseGet(Answer.Absent::new);
        };
    }
}

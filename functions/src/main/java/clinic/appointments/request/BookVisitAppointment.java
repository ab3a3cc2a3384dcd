package clinic.appointments.request;

import java.util.Optional;

import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.model.Decision;
import clinic.appointments.model.Evidence;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.VisitPlan;
import clinic.appointments.model.VisitRequest;
import clinic.appointments.port.VisitPlans;

/** Books an appointment of a visit type: reads the type, and books what the request and the type come to together. */
record BookVisitAppointment(VisitPlans plans, BookAppointment book)
        implements
            CommandHandler<AppointmentCommand.BookVisit> {

    @Override
    public Optional<CommandResult> handle(AppointmentCommand.BookVisit command, RequestContext context) {
        VisitRequest wanted = command.visit();
        return switch (plans.planFor(wanted.type(), wanted.resources())) {
            case VisitPlan.Usable plan -> wanted.booking(plan)
                    .map(booking -> book.handle(booking, plan.terms(), context))
                    .orElseGet(() -> reject(wanted, withoutEnd(plan), context));
            case VisitPlan.Refused(var rejection) -> reject(wanted, rejection, context);
        };
    }

    private Optional<CommandResult> reject(VisitRequest wanted, Decision.Rejected rejection, RequestContext context) {
        return book.reject(wanted.appointmentId(), wanted.patientId(), rejection, context);
    }

    private static Decision.Rejected withoutEnd(VisitPlan.Usable plan) {
        return new Decision.Rejected(RejectionReason.INVALID_END_TIME,
                Evidence.setting("duration", plan.visit().duration()));
    }
}

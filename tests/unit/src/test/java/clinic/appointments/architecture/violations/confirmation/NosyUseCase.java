package clinic.appointments.architecture.violations.decideConfirmation;

/** What another stage must not know. */
public record NosyUseCase() {
}

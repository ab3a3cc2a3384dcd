package clinic.appointments.architecture.violations.confirmation;

/** What another stage must not know. */
public record NosyUseCase() {
}

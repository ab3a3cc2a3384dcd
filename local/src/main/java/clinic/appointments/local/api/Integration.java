package clinic.appointments.local.api;

/** What stands behind an operation. */
sealed interface Integration permits QueueIntegration, FunctionIntegration {

    /** Carries the request out. */
    ApiResponse answer(RoutedRequest request) throws InterruptedException;
}

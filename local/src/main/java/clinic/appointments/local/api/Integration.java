package clinic.appointments.local.api;

/** The backend of an operation. */
sealed interface Integration permits QueueIntegration, FunctionIntegration {

    /** Executes the request. */
    ApiResponse answer(RoutedRequest request) throws InterruptedException;
}

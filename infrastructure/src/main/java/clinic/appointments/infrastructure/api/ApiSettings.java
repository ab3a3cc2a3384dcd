package clinic.appointments.infrastructure.api;

import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * How the API of a stage runs.
 *
 * @param requestsPerSecond on the average, of all clients together (API Gateway: "Throttle requests to your REST APIs")
 * @param burst how many at once
 * @param requestsPerAddress how many an address may send in five minutes before it is blocked (AWS WAF: "Rate-based
 *     rule statement")
 * @param logRetention how long its logs are kept
 */
public record ApiSettings(int requestsPerSecond, int burst, int requestsPerAddress, RetentionDays logRetention) {

    /** AWS WAF takes no lower limit. */
    private static final int LOWEST = 10;

    public ApiSettings {
        if (requestsPerSecond < 1 || burst < requestsPerSecond || requestsPerAddress < LOWEST) {
            throw new IllegalArgumentException("requestsPerSecond must be positive, burst not below it, and "
                    + "requestsPerAddress " + LOWEST + " at least");
        }
    }
}

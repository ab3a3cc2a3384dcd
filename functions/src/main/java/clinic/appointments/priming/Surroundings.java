package clinic.appointments.priming;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

import software.amazon.awssdk.http.SdkHttpClient;

/**
 * What a function is made of while it is primed.
 *
 * @param variables its environment variables
 * @param http clients for its calls of AWS
 */
public record Surroundings(Map<String, String> variables, InstantSource clock, Supplier<SdkHttpClient> http) {
}

/**
 * API Gateway on this machine: routes, validates and maps requests as the body of the deployed API says, sends to
 * queues with the API's own role and asks functions. Touches template, call, function, the JSON schema validator,
 * Velocity, Jetty and the JDK.
 */
package clinic.appointments.local.api;

/**
 * The one address that everything on this machine calls instead of AWS: it knows each caller by its access key, enforces
 * the policies of the template, records every call, injects faults, and hands the rest on to the engines. May touch
 * template, policy, the JDK and Jackson; a further service is added to {@code Service} and {@code CallParser}.
 */
package clinic.appointments.local.gateway;

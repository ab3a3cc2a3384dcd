/**
 * The one address that everything on this machine calls instead of AWS: it knows each caller by its access key,
 * enforces the policies of the template, records every call, injects faults, and hands the rest on to the engines. May
 * touch template, policy, the JDK and Jackson; a further service is a constant of {@code Service} and a case wherever
 * that is switched over.
 */
package clinic.appointments.local.gateway;

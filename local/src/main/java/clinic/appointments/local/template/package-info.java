/**
 * A synthesized stage as this machine sees it: CloudFormation templates read, every reference resolved, every resource
 * that is booted a typed record. An unknown property or function of what is booted is an error; what is not booted is
 * listed, whatever its type and properties, so that nothing is left out in silence. May touch the JDK and Jackson.
 */
package clinic.appointments.local.template;

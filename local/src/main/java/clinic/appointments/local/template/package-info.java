/**
 * A synthesized stage as this machine sees it: CloudFormation templates read, every reference resolved, every resource a
 * typed record. An unknown resource type, property or function is an error, so that nothing is left out in silence. May
 * touch the JDK and Jackson.
 */
package clinic.appointments.local.template;

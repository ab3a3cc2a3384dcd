/**
 * Reads a synthesized stage: CloudFormation templates with every reference resolved, and a typed record for every
 * booted resource. An unknown property or intrinsic function of a booted resource is an error. Every resource that is
 * not booted is listed, whatever its type, so that nothing is omitted in silence.
 */
@NullMarked
package clinic.appointments.local.template;

import org.jspecify.annotations.NullMarked;

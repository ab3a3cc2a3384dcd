package clinic.appointments.architecture.violations.contract;

import clinic.appointments.architecture.violations.port.AwsPort;

/** A name that knows a port. */
record LogicalContract(AwsPort port) {
}

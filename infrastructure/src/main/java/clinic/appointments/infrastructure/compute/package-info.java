/**
 * What runs: a function with its role, its logs and its environment, and a function that a queue feeds. May touch
 * contract and the CDK; a permission is added where the resource is used, never here.
 */
package clinic.appointments.infrastructure.compute;

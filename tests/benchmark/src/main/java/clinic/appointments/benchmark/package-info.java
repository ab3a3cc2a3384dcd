/** Programs that measure the service on this machine and print figures. */
package clinic.appointments.benchmark;

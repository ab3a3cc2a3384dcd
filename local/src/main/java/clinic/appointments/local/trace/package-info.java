/**
 * Where X-Ray's segments go on this machine: a listener for the datagrams that functions send, and the segments that
 * Lambda itself would write. Touches the JDK and Jackson.
 */
package clinic.appointments.local.trace;

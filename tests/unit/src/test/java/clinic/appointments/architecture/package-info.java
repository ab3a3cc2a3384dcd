/**
 * Who may touch whom, as rules on byte code, each with a proof that it bites: a deliberately bad class that it must
 * find.
 */
package clinic.appointments.architecture;

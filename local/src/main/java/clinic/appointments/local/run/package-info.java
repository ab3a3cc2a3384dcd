/**
 * Puts a stage together and runs it: {@code LocalStage} for tests, {@code LocalRun} for people. May touch every other
 * package of this module; a further option of the local run is added to {@code RunSettings}.
 */
package clinic.appointments.local.run;

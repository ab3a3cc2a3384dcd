/**
 * The engines that stand in for DynamoDB and SQS, with the tables and queues of a deployment. They know neither
 * policies nor functions. A new engine is a new class in this package.
 */
@NullMarked
package clinic.appointments.local.engine;

import org.jspecify.annotations.NullMarked;

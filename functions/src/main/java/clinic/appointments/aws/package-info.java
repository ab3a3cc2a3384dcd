/**
 * The ports on AWS, the only package that imports its SDK: {@code DynamoDb…}, {@code Sqs…}, {@code Scheduler…},
 * {@code Ses…}. May touch port, model, message, contract and wire. A failed condition is a value; every other error of
 * the SDK stays an exception.
 */
@NullMarked
package clinic.appointments.aws;

import org.jspecify.annotations.NullMarked;

/**
 * The ports on AWS, the only package that imports its SDK: {@code DynamoDb…}, {@code Sqs…}, {@code Scheduler…},
 * {@code Ses…}. May touch port, model, message, contract and wire. A failed condition is a value; every other error of
 * the SDK stays an exception.
 */
package clinic.appointments.aws;

/**
 * The ports on AWS, in the only package that imports its SDK: {@code DynamoDb…}, {@code Sqs…}, {@code EventBridge…},
 * {@code Ses…}, {@code Kms…}. A failed condition is a value; every other error of the SDK stays an exception.
 */
@NullMarked
package clinic.appointments.aws;

import org.jspecify.annotations.NullMarked;

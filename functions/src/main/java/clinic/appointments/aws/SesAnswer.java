package clinic.appointments.aws;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import clinic.appointments.model.UndeliverableCode;
import clinic.appointments.port.SendResult;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;

/**
 * The meaning of a refusal by SES (SES API v2: "SendEmail", Errors; SES Developer Guide: "Amazon SES email sending
 * errors"). One type stands for many causes: {@code MessageRejected} is also the answer to a sender that is not
 * verified and to any recipient of an account in the sandbox, {@code BadRequestException} the answer to any wrong
 * field. So a refusal is final only when its text proves that it concerns this patient or this notification; everything
 * else is tried again. The text itself goes nowhere: it names addresses.
 */
final class SesAnswer {

    /** The text about an address that cannot be parsed. The sender's own was checked before. */
    private static final Predicate<String> OF_AN_ADDRESS = Pattern.compile(
            "^(?:(?:Local address|Domain|Quote|Quoted local address) |Missing (?:domain|local name|final '@domain')"
                    + "|Illegal address|Invalid email address)")
            .asPredicate();
    private static final Predicate<String> OF_SUPPRESSION = Pattern.compile(
            "has suppressed sending to this address|it is on the suppression list").asPredicate();
    private static final Predicate<String> OF_CONTENT = Pattern
            .compile("(?i)contains? (?:a virus|invalid content|an? (?:illegal|unsupported) )|unsupported attachment")
            .asPredicate();

    private SesAnswer() {
    }

    static SendResult of(SdkException refusal) {
        return undeliverable(refusal).<SendResult>map(SendResult.Undeliverable::new)
                .orElseGet(() -> new SendResult.NotAccepted(named(refusal)));
    }

    private static Optional<UndeliverableCode> undeliverable(SdkException refusal) {
        return switch (refusal) {
            case BadRequestException bad when OF_AN_ADDRESS.test(messageOf(bad)) ->
                Optional.of(UndeliverableCode.ADDRESS_REFUSED);
            case MessageRejectedException rejected when OF_SUPPRESSION.test(messageOf(rejected)) ->
                Optional.of(UndeliverableCode.ADDRESS_SUPPRESSED);
            case MessageRejectedException rejected when OF_CONTENT.test(messageOf(rejected)) ->
                Optional.of(UndeliverableCode.CONTENT_REFUSED);
            default -> Optional.empty();
        };
    }

    private static String messageOf(AwsServiceException refusal) {
        return Optional.ofNullable(refusal.awsErrorDetails()).map(AwsErrorDetails::errorMessage)
                .or(() -> Optional.ofNullable(refusal.getMessage())).orElse("");
    }

    private static String named(SdkException refusal) {
        return refusal instanceof AwsServiceException answered
                ? "SES answered %d %s, request %s".formatted(answered.statusCode(),
                        answered.getClass().getSimpleName(), answered.requestId())
                : "SES gave no answer: " + refusal.getClass().getSimpleName();
    }
}

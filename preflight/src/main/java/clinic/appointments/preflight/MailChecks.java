package clinic.appointments.preflight;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** Questions about the sender of e-mails. */
record MailChecks(Target target, Answers answers) {

    private static final String SENDER = "sender domain";
    private static final String DKIM = "DKIM";
    private static final String SENDING = "SES account";
    private static final String IDENTITY = "ses:GetEmailIdentity";

    List<Check> all() {
        return List.of(new Check(SENDER, IDENTITY, this::domain), new Check(DKIM, IDENTITY, this::dkim),
                new Check(SENDING, "ses:GetAccount", this::account));
    }

    private Finding domain() {
        var domain = target.senderDomain();
        try {
            return identity().path("VerifiedForSendingStatus").asBoolean() ? Finding.ok(SENDER, domain + " is verified")
                    : Finding.missing(SENDER, domain + " is not verified",
                            "publish the DNS records of aws sesv2 get-email-identity --email-identity " + domain);
        } catch (AwsRefusal refusal) {
            return absent(refusal, SENDER);
        }
    }

    private Finding dkim() {
        var domain = target.senderDomain();
        try {
            var status = identity().at("/DkimAttributes/Status").asText("NOT_STARTED");
            return status.equals("SUCCESS") ? Finding.ok(DKIM, "letters are signed")
                    : Finding.missing(DKIM, status,
                            "publish the CNAME records of aws sesv2 get-email-identity --email-identity " + domain);
        } catch (AwsRefusal refusal) {
            return absent(refusal, DKIM);
        }
    }

    private Finding absent(AwsRefusal refusal, String subject) {
        if (!refusal.isAbsence()) {
            throw refusal;
        }
        return Finding.missing(subject, target.senderDomain() + " is unknown to SES",
                "aws sesv2 create-email-identity --email-identity " + target.senderDomain());
    }

    private JsonNode identity() {
        return answers.get(AwsService.SES, "/v2/email/identities/" + target.senderDomain());
    }

    private Finding account() {
        var account = answers.get(AwsService.SES, "/v2/email/account");
        if (!account.path("SendingEnabled").asBoolean()) {
            return Finding.missing(SENDING, "sending is paused",
                    "aws sesv2 put-account-sending-attributes --sending-enabled");
        }
        return account.path("ProductionAccessEnabled").asBoolean()
                ? Finding.ok(SENDING, "sends to everybody, up to "
                        + account.at("/SendQuota/MaxSendRate").asInt() + " letters a second")
                : Finding.missing(SENDING, "in the sandbox, so that only verified addresses receive letters",
                        "aws sesv2 put-account-details --production-access-enabled --mail-type TRANSACTIONAL "
                                + "--website-url URL --use-case-description TEXT");
    }
}

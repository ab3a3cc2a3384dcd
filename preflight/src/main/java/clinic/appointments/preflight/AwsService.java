package clinic.appointments.preflight;

/** A service that is asked, with the names by which its endpoint and its signatures know it. */
enum AwsService {

    API_GATEWAY("apigateway", "apigateway"),
    CLOUD_FORMATION("cloudformation", "cloudformation"),
    LAMBDA("lambda", "lambda"),
    SERVICE_QUOTAS("servicequotas", "servicequotas"),
    SES("email", "ses"),
    SNS("sns", "sns"),
    SSM("ssm", "ssm"),
    STS("sts", "sts");

    private final String host;
    private final String signingName;

    AwsService(String host, String signingName) {
        this.host = host;
        this.signingName = signingName;
    }

    /** The service's public endpoint in a region. */
    String endpoint(String region) {
        return "https://" + host + "." + region + ".amazonaws.com" + (region.startsWith("cn-") ? ".cn" : "");
    }

    String signingName() {
        return signingName;
    }
}

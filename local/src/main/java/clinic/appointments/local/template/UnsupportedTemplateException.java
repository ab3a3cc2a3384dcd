package clinic.appointments.local.template;

/**
 * A template holds something that this machine does not imitate; the message is one sentence that says what, and where.
 */
public final class UnsupportedTemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param what what is not supported, such as {@code the function Fn::Select}
     */
    public UnsupportedTemplateException(String stack, String logicalId, String what) {
        super("Stack " + stack + ", resource " + logicalId + ": " + what + " is not supported by the local run.");
    }

    public UnsupportedTemplateException(String sentence) {
        super(sentence);
    }
}

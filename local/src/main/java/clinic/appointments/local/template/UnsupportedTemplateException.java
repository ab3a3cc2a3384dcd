package clinic.appointments.local.template;

/**
 * A template contains something that this machine does not imitate; the message names it and its location in one
 * sentence.
 */
public final class UnsupportedTemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param what the unsupported part, such as {@code the function Fn::Select}
     */
    public UnsupportedTemplateException(String stack, String logicalId, String what) {
        super("Stack " + stack + ", resource " + logicalId + ": " + what + " is not supported by the local run.");
    }

    public UnsupportedTemplateException(String sentence) {
        super(sentence);
    }
}

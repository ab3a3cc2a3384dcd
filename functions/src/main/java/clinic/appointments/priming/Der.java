package clinic.appointments.priming;

import java.io.ByteArrayOutputStream;
import java.util.stream.Stream;

/** Values in the distinguished encoding rules of ASN.1 (ITU-T X.690), by their tags. */
final class Der {

    static final int INTEGER = 0x02;
    static final int BITS = 0x03;
    static final int OCTETS = 0x04;
    static final int OBJECT_ID = 0x06;
    static final int UTF8 = 0x0c;
    static final int UTC_TIME = 0x17;
    static final int GENERALIZED_TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    /** The first alternative or field of a structure that gives its own tags. */
    static final int CONTEXT = 0xa0;
    static final int CONTEXT_EXTENSIONS = 0xa3;
    static final int CONTEXT_BYTES = 0x80;
    static final int CONTEXT_DNS = 0x82;
    static final int CONTEXT_URI = 0x86;

    private static final int SHORT = 0x80;
    private static final int TWO_BYTES_OF_LENGTH = 0x82;

    private Der() {
    }

    static byte[] of(int tag, byte[]... parts) {
        int length = Stream.of(parts).mapToInt(part -> part.length).sum();
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(tag);
        if (length < SHORT) {
            value.write(length);
        } else {
            value.write(TWO_BYTES_OF_LENGTH);
            value.write(length >> Byte.SIZE);
            value.write(length);
        }
        Stream.of(parts).forEach(value::writeBytes);
        return value.toByteArray();
    }
}

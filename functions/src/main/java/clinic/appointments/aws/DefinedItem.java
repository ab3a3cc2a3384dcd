package clinic.appointments.aws;

import java.time.Instant;

import clinic.appointments.model.Defined;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.Writer;

/** The version of what is defined, as attributes of its item: its number, its writer and its time. */
final class DefinedItem {

    private static final String WRITTEN_BY = "definedBy";
    private static final String SENT_AT = "sentAt";
    private static final String UPDATED_AT = "updatedAt";

    private DefinedItem() {
    }

    static void write(Defined defined, Attributes item) {
        item.number(VersionedPut.VERSION, defined.version())
                .text(WRITTEN_BY, defined.writer().request().written())
                .text(SENT_AT, defined.writer().sentAt().toString()).text(UPDATED_AT, defined.updatedAt().toString());
    }

    static long version(Attributes item) {
        return item.number(VersionedPut.VERSION);
    }

    static Writer writer(Attributes item) {
        return new Writer(RequestId.ofWritten(item.text(WRITTEN_BY)), item.instant(SENT_AT));
    }

    static Instant updatedAt(Attributes item) {
        return item.instant(UPDATED_AT);
    }
}

package clinic.appointments.aws;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.contract.PatientsTable;
import clinic.appointments.model.EmailAddress;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientDetails;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ReminderPreference;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.Undeliverable;
import clinic.appointments.model.UndeliverableCode;
import clinic.appointments.model.Writer;
import clinic.appointments.port.Fingerprints;
import clinic.appointments.wire.LanguageTag;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A patient as an item of {@link PatientsTable}. */
final class PatientItem {

    private static final String WRITTEN_BY = "registeredBy";
    private static final String SENT_AT = "sentAt";
    private static final String FIRST_NAME = "firstName";
    private static final String LAST_NAME = "lastName";
    static final String EMAIL = "email";
    private static final String PHONE = "phone";
    private static final String DATE_OF_BIRTH = "dateOfBirth";
    private static final String TIME_ZONE = "timeZone";
    private static final String LOCALE = "locale";
    private static final String PREFERENCE = "reminderPreference";
    private static final String CREATED_AT = "createdAt";
    private static final String UPDATED_AT = "updatedAt";
    static final String SIGN_CODE = "signCode";
    /** The only kind of mark. */
    static final String UNDELIVERABLE = "UNDELIVERABLE";

    private PatientItem() {
    }

    static Map<String, AttributeValue> key(PatientId id) {
        return Map.of(PatientsTable.KEY, Attributes.textOf(id.value()));
    }

    static Map<String, AttributeValue> of(Patient patient, Fingerprints fingerprints) {
        Attributes item = Attributes.empty().text(PatientsTable.KEY, patient.id().value())
                .number(VersionedPut.VERSION, patient.version()).text(WRITTEN_BY, patient.writer().request().written())
                .text(SENT_AT, patient.writer().sentAt().toString())
                .text(CREATED_AT, patient.createdAt().map(Instant::toString))
                .text(UPDATED_AT, patient.updatedAt().toString());
        patient.details().ifPresent(details -> {
            write(details, item);
            item.text(PatientsTable.EMAIL_HASH,
                    details.email().map(email -> fingerprints.of(EmailAddress.sought(email))));
        });
        patient.undeliverable().ifPresent(sign -> sign(sign, item));
        return item.item();
    }

    /** The attributes of a mark, and nothing else. */
    static Map<String, AttributeValue> sign(Undeliverable sign) {
        return sign(sign, Attributes.empty()).item();
    }

    private static Attributes sign(Undeliverable sign, Attributes item) {
        return item.text(PatientsTable.SIGN, UNDELIVERABLE).text(PatientsTable.SIGNED_AT, sign.since().toString())
                .text(SIGN_CODE, sign.code().name());
    }

    static Patient read(Map<String, AttributeValue> stored) {
        Attributes item = Attributes.of(stored);
        return new Patient(new PatientId(item.text(PatientsTable.KEY)),
                item.optionalText(FIRST_NAME).map(_ -> details(item)), item.number(VersionedPut.VERSION),
                writer(item), item.optionalText(CREATED_AT).map(Instant::parse), item.instant(UPDATED_AT),
                item.optionalText(SIGN_CODE).map(UndeliverableCode::valueOf)
                        .map(code -> new Undeliverable(code, item.instant(PatientsTable.SIGNED_AT))));
    }

    private static Writer writer(Attributes item) {
        return new Writer(RequestId.ofWritten(item.text(WRITTEN_BY)),
                item.optionalText(SENT_AT).map(Instant::parse).orElseGet(() -> item.instant(UPDATED_AT)));
    }

    /** The search form of an item's address; also readable when the rest of the item is not. */
    static Optional<String> soughtEmail(Map<String, AttributeValue> stored) {
        return Attributes.of(stored).optionalText(EMAIL).map(EmailAddress::sought);
    }

    private static void write(PatientDetails details, Attributes item) {
        item.text(FIRST_NAME, details.firstName()).text(LAST_NAME, details.lastName()).text(EMAIL, details.email())
                .text(PHONE, details.phone())
                .text(DATE_OF_BIRTH, details.dateOfBirth().map(LocalDate::toString))
                .text(TIME_ZONE, details.timeZone().map(ZoneId::getId))
                .text(LOCALE, details.locale().map(Locale::toLanguageTag))
                .text(PREFERENCE, details.reminderPreference().name());
    }

    private static PatientDetails details(Attributes item) {
        return new PatientDetails(item.text(FIRST_NAME), item.text(LAST_NAME), item.optionalText(EMAIL),
                item.optionalText(PHONE), item.optionalText(DATE_OF_BIRTH).map(LocalDate::parse),
                item.zone(TIME_ZONE),
                item.optionalText(LOCALE).flatMap(LanguageTag::stored),
                ReminderPreference.valueOf(item.text(PREFERENCE)));
    }
}

package clinic.appointments.model;

import java.time.Duration;

/**
 * The visit terms: what the visit type of an appointment had set when it was booked. They are kept with the
 * appointment, so that a later definition changes none that exists.
 *
 * @param version of the type
 * @param duration length of the appointment
 * @param buffer least time around it that each of its resources needs
 * @param minimumNotice least time from a request to book or move it to its start; zero when the type sets none
 */
public record VisitTerms(VisitTypeId type, long version, Duration duration, Buffer buffer, Duration minimumNotice) {

    /** The terms by the present definition of the type. */
    static VisitTerms of(VisitType type, VisitTypeDetails details) {
        return new VisitTerms(type.id(), type.version(), details.duration(), details.buffer().orElse(Buffer.NONE),
                details.minimumNotice().orElse(Duration.ZERO));
    }

    /** The same terms with another length. */
    VisitTerms lasting(Duration other) {
        return new VisitTerms(type, version, other, buffer, minimumNotice);
    }
}

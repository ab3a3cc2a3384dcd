/**
 * The query stage: answers questions about single appointments, lists, patients and receipts, each with one query. The
 * handler reads an API Gateway event and renders the answer. Add a question as a case of
 * {@link clinic.appointments.query.Question} and a {@link clinic.appointments.query.Route}.
 */
@NullMarked
package clinic.appointments.query;

import org.jspecify.annotations.NullMarked;

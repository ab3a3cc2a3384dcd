package clinic.appointments.local.page;

/**
 * A command without fields.
 *
 * @param path its address
 * @param text of its button
 */
public record Action(String path, String text) {
}

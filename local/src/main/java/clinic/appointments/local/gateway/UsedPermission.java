package clinic.appointments.local.gateway;

/** A permission that a call needed and its caller had. */
public record UsedPermission(String caller, String action, String resource) {
}

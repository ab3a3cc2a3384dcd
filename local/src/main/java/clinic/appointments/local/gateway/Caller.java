package clinic.appointments.local.gateway;

import clinic.appointments.local.template.Role;

/** The maker of a call. */
sealed interface Caller {

    /** The caller's name in the record of calls. */
    String id();

    /** The person who runs the local program; every call is allowed. */
    record Operator() implements Caller {

        @Override
        public String id() {
            return "operator";
        }
    }

    /** A role of the template. */
    record Assumed(Role role) implements Caller {

        @Override
        public String id() {
            return role.id();
        }
    }
}

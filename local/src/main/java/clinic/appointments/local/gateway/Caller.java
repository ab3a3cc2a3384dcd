package clinic.appointments.local.gateway;

import clinic.appointments.local.template.Role;

/** Who makes a call. */
sealed interface Caller {

    /** Name in the record of calls. */
    String id();

    /** Whoever runs the local program: may do everything. */
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

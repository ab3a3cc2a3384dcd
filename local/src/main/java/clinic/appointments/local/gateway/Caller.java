package clinic.appointments.local.gateway;

import clinic.appointments.local.template.Role;

/** The maker of a call. */
sealed interface Caller {

    /** The caller's name in the record of calls. */
    String id();

    /** The caller as SQS reports it: the id of a user, or that of a role with a session (SQS: "ReceiveMessage"). */
    String senderId();

    /** Name of the caller's role; that of the operator if there is none. */
    String roleName();

    /** The person who runs the local program; every call is allowed. */
    record Operator() implements Caller {

        @Override
        public String id() {
            return "operator";
        }

        @Override
        public String roleName() {
            return id();
        }

        @Override
        public String senderId() {
            return "AIDA0000000OPERATOR00";
        }
    }

    /** A role of the template. */
    record Assumed(Role role) implements Caller {

        @Override
        public String id() {
            return role.id();
        }

        @Override
        public String roleName() {
            return role.name();
        }

        @Override
        public String senderId() {
            return role.uniqueId() + ":local";
        }
    }
}

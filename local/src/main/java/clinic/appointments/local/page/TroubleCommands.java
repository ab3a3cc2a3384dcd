package clinic.appointments.local.page;

import clinic.appointments.local.stage.LocalStage;

/** The commands to plant trouble, to lift it, and to see what it has broken. */
record TroubleCommands(LocalStage stage, Troubles troubles) {

    /** @param visit with the fields of its form */
    PageAnswer carryOut(Visit visit) throws InterruptedException {
        return switch (visit.part(1)) {
            case "plant" -> plant(visit);
            case "lift" -> lift(visit.part(2));
            case "check" -> PageAnswer.text(200, troubles.check().text());
            case String _ -> Commands.known();
        };
    }

    private PageAnswer plant(Visit visit) {
        PlantedTrouble planted = troubles.plant(TroubleOrder.of(visit, stage.deployment()));
        return PageAnswer.text(200, "planted %d: %s".formatted(planted.number(), planted.order().text()));
    }

    private PageAnswer lift(String number) {
        if (number.isEmpty()) {
            return PageAnswer.text(200, "lifted all " + troubles.liftAll());
        }
        return troubles.lift(number) ? PageAnswer.text(200, "lifted " + number)
                : PageAnswer.text(404, "there is no trouble " + number);
    }
}

package clinic.appointments.benchmark;

/**
 * What AWS asks for something.
 *
 * @param per how many units it is for
 * @param usd US dollars for so many
 * @param lookedUp ISO-8601 date
 */
record Price(String item, double per, String unit, double usd, String source, String lookedUp) {

    double of(double units) {
        return units / per * usd;
    }
}

package clinic.appointments.benchmark;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page about the cost of the service: pure arithmetic on counters, templates and prices. */
record CostPage(Counters counters, PriceTable prices, List<Inventory> stages) {

    static final Path FILE = Path.of("docs/cost.md");
    private static final int MILLION = 1_000_000;
    /** Lambda: "Configuring scaling behavior for SQS event source mappings": it begins with five batches at a time. */
    private static final int POLLERS = 5;
    /** A long poll of 20 seconds (SQS: "Amazon SQS short and long polling"), in a month of 730 hours. */
    private static final double POLLS_A_MONTH = POLLERS * 730.0 * 3600 / 20;
    /** Every 15 minutes, in a month of 730 hours. */
    private static final double SEARCHES_A_MONTH = 4 * 730.0;
    /** That of overdue work, and that of unresolved requests, which has as many shards. */
    private static final int INDEXES_SEARCHED = 2;
    /** An eventually consistent read of up to 4 KB (DynamoDB: "Read consistency"). */
    private static final double HALF_A_UNIT = 0.5;
    /** One that books, one that reads the receipt, one that reads the appointment; the patient comes by the queue. */
    private static final int API_REQUESTS = 3;
    private static final double MILLIS_A_SECOND = 1000;
    /** Lambda's own lines about an invocation. An assumption: nothing here measures AWS. */
    private static final double PLATFORM_BYTES = 600;
    private static final double GIGABYTE = 1e9;
    /** Billed for the smoke test's own invocation, which waits for five outcomes. An assumption, too. */
    private static final double JOURNEY_SECONDS = 6;
    /** All journeys, and failed ones. */
    private static final int JOURNEY_METRICS = 2;

    static CostPage ofCommitted() throws IOException {
        return new CostPage(Counters.read(), PriceTable.read(),
                List.of(Inventory.of("dev"), Inventory.of("staging"), Inventory.of("prod")));
    }

    /**
     * A line of a table.
     *
     * @param units how many a stage uses
     */
    private record Line(String title, String price, ToDoubleFunction<Inventory> units) {
    }

    String text() {
        return """
                # Cost

                The figures are computed from the resources that one appointment uses on the booted local stage
                (`tests/benchmark/counters.json`), from the templates (the snapshots in `tests/infrastructure`) and from prices
                (`tests/benchmark/prices.csv`). This command measures again and rewrites the page:

                ```bash
                mvn -q -ntp -pl tests/benchmark -am process-classes -Dexec.skip=false -Dbenchmark=CostOfAnAppointment
                ```

                After a change of prices or templates only, `mvn -q -Ppages test` rewrites it. Amounts are in US dollars, without free
                tiers, taxes and support.

                **The prices are those of us-east-1, most of them from secondary sources** (below), because AWS's own price lists were
                not available. The stages are in eu-central-1, where some prices are higher. Replace the file before you rely on a
                total.

                ## Fixed cost per month

                %s
                Not included, because it grows with use: tables and their backups (per GB), requests to KMS (SQS and DynamoDB keep a
                data key for five minutes; a function requests the secret of fingerprints once after each start), metrics that
                count outcomes (one for each reason that occurs), and three rules of Contributor Insights with the few lines that
                they match (CloudWatch charges for both; no price was found). A search for overdue work reads nothing more as long as nothing is
                overdue; an appointment that is costs it one read unit and the messages that it sends again.

                ## Cost of a million appointments

                For one appointment, a patient is registered, and the appointment is booked with a room over the HTTP API, confirmed,
                followed by two e-mail reminders, and read once; the API is also queried for the receipt.

                %s
                The duration is that of warm functions on the machine that measured, with the local engine's answers: %s ms for an
                appointment. Reads include items that do not exist, which DynamoDB bills like the smallest item (Amazon DynamoDB
                Developer Guide, "DynamoDB read and write operations"); a condition that fails is billed like the write. A request
                that is sent twice costs its reads, a follow-up and one failed condition more.
                Functions have 1,024 MB, and that is the recommendation. `MemorySizes` measures 130 ms of a processor and 25 calls of
                AWS for a registration, a booking and its e-mails. Lambda gives a function a share of a processor in proportion to
                its memory (Developer Guide, "Configure Lambda function memory"), and waiting for a call takes as long with any:
                at 8 ms a call, 512 MB would save 24%% of the gigabyte-seconds, which is $1.33 for a million appointments, and make
                them half as long again, first invocations twice as long. The functions use 135 to 162 MB at most.

                Assumed, not measured: %s bytes of Lambda's own log per invocation, and batches of one
                message (busy queues fill batches of ten, which divides invocations and requests). Traces are counted as if the
                stage's sampling rule decided on each invocation. Starts from a snapshot are not included.

                ## Cost of the smoke test per month

                A journey registers, books, is confirmed, cancels and is erased, every five minutes. Its alarms are among those above.

                %s
                Assumed, not measured: %s s billed for the invocation that waits, and as many requests for outcomes as here, where the
                queues have no distance.

                ## Prices

                %s"""
                .formatted(table(atRest()), table(perMillion()), number(counters.of("billed milliseconds")),
                        number(PLATFORM_BYTES), table(smokeTest()), number(JOURNEY_SECONDS), priceTable());
    }

    private List<Line> atRest() {
        return List.of(new Line("keys", "keys", Inventory::keys),
                new Line("metrics of alarms", "alarms", Inventory::alarmMetrics),
                new Line("composite alarms", "composite-alarms", Inventory::compositeAlarms),
                new Line("dashboard", "dashboards", Inventory::dashboards),
                new Line("reconciliation metrics", "metrics", Inventory::gauges),
                new Line("web ACL", "web-acls", Inventory::webAcls),
                new Line("rules of the web ACL", "web-acl-rules", Inventory::webAclRules),
                new Line("searches for overdue work", "dynamodb-reads", CostPage::searches),
                new Line("polls of empty queues", "sqs-requests", stage -> stage.polledQueues() * POLLS_A_MONTH));
    }

    /** One query of half a read unit for each shard of the index of overdue work. */
    private static double searches(Inventory stage) {
        return SEARCHES_A_MONTH * INDEXES_SEARCHED * stage.overdueShards() * HALF_A_UNIT;
    }

    private List<Line> perMillion() {
        return List.of(counted("writes", "dynamodb-writes", "write units"),
                counted("failed conditions", "dynamodb-writes", "failed conditions"),
                counted("reads", "dynamodb-reads", "read units"), counted("queues", "sqs-requests", "sqs requests"),
                counted("invocations", "lambda-requests", "invocations"),
                new Line("API requests", "api-requests", _ -> MILLION * API_REQUESTS),
                new Line("requests inspected by the web ACL", "inspections", _ -> MILLION * API_REQUESTS),
                new Line("duration of invocations", "lambda-seconds",
                        stage -> MILLION * counters.of("billed milliseconds") / MILLIS_A_SECOND * stage.gigabytes()),
                counted("schedules", "schedules", "schedules"),
                new Line("logs", "log-bytes", _ -> gigabytesOfLogs()),
                new Line("logs scanned for personal data", "log-scans", _ -> gigabytesOfLogs()),
                new Line("traces", "traces", stage -> MILLION * counters.of("invocations") * stage.traced()),
                counted("e-mails", "mails", "mails"),
                new Line("size of e-mails", "mail-bytes", _ -> MILLION / GIGABYTE * counters.of("mail bytes")));
    }

    /** Of what a journey causes, itself included. */
    private List<Line> smokeTest() {
        return List.of(journey("API requests", "api-requests", "journey api requests"),
                journey("requests inspected by the web ACL", "inspections", "journey api requests"),
                journey("writes", "dynamodb-writes", "journey write units"),
                journey("reads", "dynamodb-reads", "journey read units"),
                journey("queues", "sqs-requests", "journey sqs requests"),
                journey("invocations", "lambda-requests", "journey invocations"),
                new Line("duration of invocations", "lambda-seconds",
                        stage -> stage.journeys() * stage.gigabytes()
                                * (JOURNEY_SECONDS
                                        + (counters.of("journey invocations") - 1) * secondsOfAnInvocation())),
                new Line("schedule", "schedules", Inventory::journeys),
                new Line("logs", "log-bytes", stage -> stage.journeys() / GIGABYTE
                        * (counters.of("journey log bytes") + counters.of("journey invocations") * PLATFORM_BYTES)),
                new Line("metrics", "metrics", stage -> stage.journeys() > 0 ? JOURNEY_METRICS : 0));
    }

    private Line journey(String title, String price, String counter) {
        return new Line(title, price, stage -> stage.journeys() * counters.of(counter));
    }

    /** The mean of the invocations of an appointment. */
    private double secondsOfAnInvocation() {
        return counters.of("billed milliseconds") / counters.of("invocations") / MILLIS_A_SECOND;
    }

    private double gigabytesOfLogs() {
        return MILLION / GIGABYTE * (counters.of("log bytes") + counters.of("invocations") * PLATFORM_BYTES);
    }

    private Line counted(String title, String price, String counter) {
        return new Line(title, price, _ -> MILLION * counters.of(counter));
    }

    private String table(List<Line> lines) {
        return "| | billed units | " + cells(stages.stream().map(Inventory::stage)) + "|---|---|"
                + "---:|".repeat(stages.size()) + "\n"
                + lines.stream().map(this::row).collect(Collectors.joining()) + "| **sum** | | "
                + cells(stages.stream().map(stage -> "**" + money(lines.stream()
                        .mapToDouble(line -> cost(line, stage)).sum()) + "**"));
    }

    private String row(Line line) {
        Price price = prices.of(line.price());
        return "| " + line.title() + " | " + amounts(line) + " × " + price.unit() + " | "
                + cells(stages.stream().map(stage -> money(cost(line, stage))));
    }

    /** Once if it is the same in all stages. */
    private String amounts(Line line) {
        return stages.stream().map(stage -> number(line.units().applyAsDouble(stage))).distinct()
                .collect(Collectors.joining(" / "));
    }

    private double cost(Line line, Inventory stage) {
        return prices.of(line.price()).of(line.units().applyAsDouble(stage));
    }

    private String priceTable() {
        return "| USD | for | source | date of lookup |\n|---:|---|---|---|\n" + prices.prices().stream()
                .map(price -> "| %s | %s × %s | %s | %s |\n".formatted(amount(price.usd()), number(price.per()),
                        price.unit(), price.source(), price.lookedUp()))
                .collect(Collectors.joining());
    }

    private static String cells(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "", " |\n"));
    }

    private static String money(double usd) {
        return String.format(Locale.ROOT, "%,.2f", usd);
    }

    private static String number(double units) {
        return String.format(Locale.ROOT, units < 100 && units != Math.rint(units) ? "%,.1f" : "%,.0f", units);
    }

    private static String amount(double usd) {
        return new BigDecimal(Double.toString(usd)).toPlainString();
    }
}

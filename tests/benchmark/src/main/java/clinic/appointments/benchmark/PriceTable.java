package clinic.appointments.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The prices of one region, from a file that is replaced when they change: {@code item,per,unit,usd,source,looked up},
 * quoted where a value holds a comma.
 */
record PriceTable(List<Price> prices) {

    static final Path FILE = Path.of("tests/benchmark/prices.csv");
    private static final Pattern CELL = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))");

    static PriceTable read() throws IOException {
        return new PriceTable(Files.readAllLines(FILE).stream().skip(1).map(PriceTable::price).toList());
    }

    Price of(String item) {
        return prices.stream().filter(price -> price.item().equals(item)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(FILE + " has no price of " + item + "."));
    }

    private static Price price(String line) {
        List<String> cells = CELL.matcher(line).results().map(PriceTable::text).toList();
        return new Price(cells.get(0), Double.parseDouble(cells.get(1)), cells.get(2), Double.parseDouble(cells.get(3)),
                cells.get(4), cells.get(5));
    }

    private static String text(MatchResult cell) {
        return cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\"");
    }
}

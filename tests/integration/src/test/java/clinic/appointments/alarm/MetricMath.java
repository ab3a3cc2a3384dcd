package clinic.appointments.alarm;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of an expression for one period: the operators and functions of CloudWatch that the alarms use, and a
 * failure for any other (CloudWatch: "Using math expressions with CloudWatch metrics"). What is missing is not a
 * number.
 */
final class MetricMath {

    private static final Pattern TOKEN = Pattern.compile("\\s*([A-Za-z_]\\w*|\\d+(?:\\.\\d+)?|>=|[-+*/(),>])");
    private static final String SUM_OF_ALL = "SUM(FILL(METRICS(), 0))";

    private final Map<String, Double> metrics;
    private final Matcher tokens;
    private String next = "";

    private MetricMath(String expression, Map<String, Double> metrics) {
        this.metrics = metrics;
        this.tokens = TOKEN.matcher(expression);
        advance();
    }

    static double value(String expression, Map<String, Double> metrics) {
        if (expression.equals(SUM_OF_ALL)) {
            return metrics.values().stream().filter(value -> !value.isNaN()).mapToDouble(Double::doubleValue).sum();
        }
        MetricMath math = new MetricMath(expression, metrics);
        double value = math.comparison();
        math.require("");
        return value;
    }

    private double comparison() {
        double left = sum();
        if (next.equals(">=")) {
            advance();
            return left >= sum() ? 1 : 0;
        }
        return left;
    }

    private double sum() {
        double value = product();
        while (next.equals("+") || next.equals("-")) {
            value = take().equals("+") ? value + product() : value - product();
        }
        return value;
    }

    private double product() {
        double value = term();
        while (next.equals("*") || next.equals("/")) {
            value = take().equals("*") ? value * term() : value / term();
        }
        return value;
    }

    private double term() {
        String token = take();
        if (token.equals("(")) {
            double value = comparison();
            require(")");
            return value;
        }
        if (Character.isDigit(token.charAt(0))) {
            return Double.parseDouble(token);
        }
        return next.equals("(") ? call(token) : metric(token);
    }

    private double metric(String id) {
        if (!metrics.containsKey(id)) {
            throw new IllegalArgumentException("there is no metric " + id);
        }
        return metrics.get(id);
    }

    private double call(String function) {
        require("(");
        double first = comparison();
        require(",");
        double second = comparison();
        double value = switch (function) {
            case "FILL" -> Double.isNaN(first) ? second : first;
            case "IF" -> choose(first, second);
            case String other -> throw new IllegalArgumentException("the function " + other + " is not known here");
        };
        require(")");
        return value;
    }

    private double choose(double condition, double ifTrue) {
        require(",");
        double ifFalse = comparison();
        return condition == 0 ? ifFalse : ifTrue;
    }

    private String take() {
        String token = next;
        if (token.isEmpty()) {
            throw new IllegalArgumentException("the expression ends too early");
        }
        advance();
        return token;
    }

    private void require(String token) {
        if (!next.equals(token)) {
            throw new IllegalArgumentException("not " + token + " but " + next);
        }
        advance();
    }

    private void advance() {
        next = tokens.lookingAt() ? tokens.group(1) : "";
        if (!next.isEmpty()) {
            tokens.region(tokens.end(), tokens.regionEnd());
        }
    }
}

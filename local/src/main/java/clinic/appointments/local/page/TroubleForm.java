package clinic.appointments.local.page;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import clinic.appointments.local.gateway.Fault;
import clinic.appointments.local.page.Form.Choice;
import clinic.appointments.local.template.Function;

/** The form that plants a trouble: it offers the calls that roles may make or have made. */
final class TroubleForm {

    /** IAM has no such action; it checks those of the parts. */
    private static final String TRANSACTION = "dynamodb:TransactWriteItems";

    private TroubleForm() {
    }

    static Form of(StageReading reading) {
        return new Form("/trouble/plant", "Plant it", List.of(
                Form.choice("effect", "Trouble",
                        Stream.of(TroubleKind.values()).map(kind -> new Choice(kind.name(), kind.text())).toList()),
                Form.choice("moment", "When", List.of(new Choice(Fault.Moment.BEFORE.name(), "before the effect"),
                        new Choice(Fault.Moment.AFTER.name(), "after the effect"))),
                Form.choice("call", "Of the call", any(calls(reading))),
                Form.choice("function", "By", any(reading.deployment().functions().stream().map(Function::id))),
                Form.choice("resource", "On",
                        any(CalledResource.of(reading.deployment()).stream().map(CalledResource::id))),
                Form.input("nth", "From the n-th", "number", "1"), Form.input("times", "Times", "number", "1")));
    }

    private static Stream<String> calls(StageReading reading) {
        Stream<String> granted = reading.deployment().roles().stream().flatMap(role -> role.statements().stream())
                .flatMap(statement -> statement.actions().stream()).filter(TroubleForm::isCall);
        Stream<String> made = reading.calls(_ -> true).stream().map(timed -> timed.call().fullAction());
        return new TreeSet<>(Stream.of(granted, made, Stream.of(TRANSACTION)).flatMap(calls -> calls).toList())
                .stream();
    }

    private static boolean isCall(String action) {
        return action.matches("(dynamodb|sqs|scheduler|ses|kms):[A-Za-z]+");
    }

    private static List<Choice> any(Stream<String> names) {
        return Stream.concat(Stream.of(new Choice("", "any")), names.map(name -> new Choice(name, name))).toList();
    }
}

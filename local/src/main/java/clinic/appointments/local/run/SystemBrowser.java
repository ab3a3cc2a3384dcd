package clinic.appointments.local.run;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The browser that this system opens addresses with. */
record SystemBrowser(List<String> command) {

    /** The browser of a system, by the name that Java knows it by. */
    static SystemBrowser of(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return new SystemBrowser(List.of("open"));
        }
        return new SystemBrowser(name.startsWith("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler")
                : List.of("xdg-open"));
    }

    /** Opens an address; false if this system has no such program. */
    boolean open(URI address) {
        List<String> line = new ArrayList<>(command);
        line.add(address.toString());
        try {
            new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}

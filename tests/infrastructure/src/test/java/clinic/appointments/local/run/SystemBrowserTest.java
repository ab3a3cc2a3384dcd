package clinic.appointments.local.run;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SystemBrowserTest {

    @Test
    void isThatOfTheSystem() {
        assertThat(SystemBrowser.of("Linux").command()).containsExactly("xdg-open");
        assertThat(SystemBrowser.of("Mac OS X").command()).containsExactly("open");
        assertThat(SystemBrowser.of("Windows 11").command()).containsExactly("rundll32", "url.dll,FileProtocolHandler");
    }

    @Test
    void isMissedWithoutAnException() {
        assertThat(new SystemBrowser(List.of("no-such-program-anywhere")).open(URI.create("http://127.0.0.1/")))
                .isFalse();
    }
}

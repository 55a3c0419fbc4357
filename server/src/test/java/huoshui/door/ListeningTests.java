package huoshui.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("监听：本机走 HTTP，出了本机只走 TLS 1.2 以上")
class ListeningTests {

    @TempDir
    Path data;

    @Test
    void beyondThisMachineOnlyTheTwoLatestVersionsOfTlsAreSpoken() {
        var listening = new Listening();
        assertThat(listening.settings(data)).doesNotContainKey("server.ssl.certificate");
        listening.host = "0.0.0.0";
        assertThat(listening.settings(data))
                .containsEntry("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2")
                .containsKeys("server.ssl.certificate", "server.ssl.certificate-private-key");
    }
}

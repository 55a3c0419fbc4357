package huoshui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/** Which files and folders this process forces to disk, from here on. 落盘记录 */
public final class ForcedFiles {

    private final Recording recording = new Recording();

    public ForcedFiles() {
        recording.enable("jdk.FileForce").withThreshold(Duration.ZERO).withoutStackTrace();
        recording.start();
    }

    /** Their paths up to now. */
    public Set<String> end() throws IOException {
        recording.stop();
        var file = Files.createTempFile("forced", ".jfr");
        try (recording) {
            recording.dump(file);
            var paths = new HashSet<String>();
            for (var each : RecordingFile.readAllEvents(file))
                paths.add(Path.of(each.getString("path")).toString());
            return paths;
        } finally {
            Files.delete(file);
        }
    }
}

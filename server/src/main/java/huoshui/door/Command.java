package huoshui.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program of the machine, run to its end. 外部命令 */
record Command(List<String> words) {

    /** @param output what it printed on either stream */
    record Ended(int code, String output) {

        boolean well() {
            return code == 0;
        }

        String lastLine() {
            return output.substring(output.lastIndexOf('\n') + 1);
        }
    }

    static Command of(String... words) {
        return new Command(List.of(words));
    }

    static Command of(List<String> prefix, List<String> words) {
        var all = new ArrayList<>(prefix);
        all.addAll(words);
        return new Command(all);
    }

    /** Runs it with English messages; an interrupt stops waiting and counts as failure, as does a missing program. */
    Ended run() {
        try {
            var builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "TZ", "Asia/Shanghai"));
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output.strip());
        } catch (IOException missing) {
            return new Ended(127, String.valueOf(missing.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Ended(130, "interrupted");
        }
    }
}

package huoshui.document;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes away, a day after they were kept, blobs that no row names: of imports given up, and of what was erased. 附件清理 */
@Component
class BlobSweep implements DisposableBean {

    static final Duration LONGEST = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(BlobSweep.class);
    private static final Duration AFTER_START = Duration.ofMinutes(10);
    private static final Pattern DIGEST = Pattern.compile("([0-9a-f]{64})(\\.(small|large))?(\\.swept)?");

    private final Blobs blobs;
    private final List<BlobsNamed> rooms;
    private final Clock clock;
    private volatile Thread daily = Thread.ofVirtual().unstarted(() -> {});

    BlobSweep(Blobs blobs, List<BlobsNamed> rooms, Clock clock) {
        this.blobs = blobs;
        this.rooms = rooms;
        this.clock = clock;
    }

    /** Only the program with the pages lives long enough. */
    @EventListener
    void beginDaily(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext)
            daily = Thread.ofVirtual().name("blob sweep").start(this::run);
    }

    private void run() {
        try {
            Thread.sleep(AFTER_START);
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    sweep();
                } catch (IOException | RuntimeException broken) {
                    LOG.warn("附件清理没有做完，明天再做", broken);
                }
                Thread.sleep(LONGEST);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return how many files were taken away, drafts of writings that were killed included */
    int sweep() throws IOException {
        var before = clock.instant().minus(LONGEST);
        int gone = 0;
        for (var part : blobs.folder().parts()) {
            gone += sweep(BlobFolder.before(part, before), before);
        }
        if (gone > 0) LOG.info("附件清理：取走 {} 个没有事实引用的文件", gone);
        return gone;
    }

    private int sweep(List<Path> old, Instant before) throws IOException {
        var digests = new HashSet<String>();
        for (var each : old) digests.add(digest(each));
        Set<String> named = new HashSet<>();
        for (var room : rooms) named.addAll(room.among(List.copyOf(digests)));
        int gone = 0;
        for (var each : old) {
            boolean aside = each.toString().endsWith(BlobFolder.ASIDE);
            if (!named.contains(digest(each))) {
                if (BlobFolder.remove(each, before)) gone++;
            } else if (aside) BlobFolder.putBack(each);
        }
        return gone;
    }

    /** The digest a file belongs to; of a draft none, so that nothing names it. */
    private static String digest(Path file) {
        var found = DIGEST.matcher(file.getFileName().toString());
        return found.matches() ? found.group(1) : "";
    }

    @Override
    public void destroy() {
        daily.interrupt();
    }
}

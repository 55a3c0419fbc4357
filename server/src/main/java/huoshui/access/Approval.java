package huoshui.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person asked and a second one decides. 双人复核
 *
 * @param digest what exactly it is about, so that nothing else can be done with it
 * @param summary what it is about, in words, naming nobody
 * @param people how many persons it concerns
 * @param expires after which it can be neither decided nor used
 * @param agreed null while undecided
 */
public record Approval(
        UUID id,
        Kind kind,
        String digest,
        String summary,
        int people,
        UUID askedBy,
        Instant askedAt,
        Instant expires,
        @Nullable UUID decidedBy,
        @Nullable Boolean agreed,
        boolean used) {

    /** What needs two. 复核事项 */
    public enum Kind {
        /** 批量导出 */
        EXPORT(Right.EXPORT, Right.APPROVE_EXPORT),
        /** 抹除 */
        ERASURE(Right.ERASE, Right.APPROVE_ERASURE),
        /** 抹除机构记录 */
        ORGANIZATION_ERASURE(Right.ERASE, Right.APPROVE_ERASURE);

        private final Right asking;
        private final Right deciding;

        Kind(Right asking, Right deciding) {
            this.asking = asking;
            this.deciding = deciding;
        }

        /** Held by who asks. */
        public Right asking() {
            return asking;
        }

        /** Held by who decides. */
        public Right deciding() {
            return deciding;
        }
    }
}

package huoshui.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backup says of itself; nothing in it is about anybody. 备份清单
 *
 * @param format of the file, raised when a reader of the old one could not read the new one
 * @param program version of the program that made it
 * @param operator who made it, as the machine knows them
 * @param schemas newest version of each room's tables
 * @param act last act in it
 * @param head newest journal entry in it; null of an empty journal
 * @param entries of the journal
 * @param keys master key, journal key and the backup's own, under the passphrase
 */
public record Manifest(
        int format,
        String program,
        Instant made,
        String operator,
        Map<String, String> schemas,
        long act,
        @Nullable Head head,
        long entries,
        long people,
        List<Table> tables,
        Passphrase.Locked keys,
        List<Member> members) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";
    static final String SEAL = "manifest.hmac";

    /** The newest entry of the journal. 留痕之首 */
    public record Head(long number, String link) {}

    /** A table of a room. 表 */
    public record Table(String name, List<String> columns, long rows) {

        String part(int number) {
            return "tables/%s.%05d".formatted(name, number);
        }
    }

    /** One member of the file as it lies there. 备份成员 */
    public record Member(String name, long bytes, String sm3) {}
}

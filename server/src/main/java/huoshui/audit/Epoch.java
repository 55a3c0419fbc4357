package huoshui.audit;

import huoshui.kernel.Canonical;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of the journal that goes on from a backup. 留痕分段
 *
 * @param entry number of the entry it begins with
 * @param operator who restored, as the machine knows them
 * @param backup name of the file
 * @param head last entry in the backup; 0 of an empty journal
 * @param link of that entry, hexadecimal
 */
public record Epoch(
        long entry,
        Instant begun,
        String operator,
        String backup,
        Instant backupMade,
        String backupOperator,
        long head,
        String link) {

    byte[] content() {
        return new Canonical()
                .add("epoch")
                .add(micros(begun))
                .add(operator)
                .add(backup)
                .add(micros(backupMade))
                .add(backupOperator)
                .add(head)
                .add(link)
                .bytes();
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    Epoch at(long number) {
        return new Epoch(number, begun, operator, backup, backupMade, backupOperator, head, link);
    }
}

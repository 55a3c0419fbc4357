package huoshui.audit;

import huoshui.kernel.seal.KeyFile;
import huoshui.kernel.seal.KeysUnfit;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/** The key that ties the journal together; it lies beside the master key, outside database and data folder. 链密钥 */
@Component
@DependsOn("schemas")
class JournalKey {

    private final byte[] key;

    JournalKey(EntryTable table, @Value("${huoshui.keys}") Path keys) {
        var file = new KeyFile(keys.resolve("journal.key"));
        this.key = file.read().orElseGet(() -> {
            if (table.last().isPresent()) throw missing(file);
            return file.make();
        });
    }

    byte[] bytes() {
        return key;
    }

    /** Going on under a new key would make every earlier entry look forged. */
    private static KeysUnfit missing(KeyFile file) {
        return new KeysUnfit(
                "没有找到操作留痕的密钥 %s。没有它，已有的留痕无从核验，新的留痕也接不上。请把留存的密钥文件夹放回原处，或用 --keys（环境变量 HUOSHUI_KEYS）指明它在哪里；确已丢失的，请用备份和备份口令恢复。没有改动任何数据。"
                        .formatted(file.file()),
                null);
    }
}

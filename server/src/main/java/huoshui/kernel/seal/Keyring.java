package huoshui.kernel.seal;

import huoshui.kernel.seal.KeyTable.Wrapped;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All keys of the house, unwrapped: the newest seals, the older ones still open. 钥匙串 */
final class Keyring {

    record Key(int number, Suite suite, byte[] secret, Suite.Cipher cipher) {}

    private final Map<Integer, Key> keys = new HashMap<>();
    private final Key current;
    private final Key blind;

    private Keyring(Map<Integer, Key> all, Key current, Key blind) {
        this.keys.putAll(all);
        this.current = current;
        this.blind = blind;
    }

    /** @throws KeysUnfit when one of them was not wrapped by this master key */
    static Keyring open(List<Wrapped> rows, MasterKey master) {
        var all = new HashMap<Integer, Key>();
        for (var row : rows) all.put(row.number(), key(row, master));
        return new Keyring(all, newest(rows, all, "seal"), newest(rows, all, "blind"));
    }

    private static Key newest(List<Wrapped> rows, Map<Integer, Key> all, String use) {
        return rows.stream()
                .filter(each -> each.use().equals(use))
                .max(Comparator.comparing(Wrapped::number))
                .map(each -> all.get(each.number()))
                .orElseThrow(() -> new KeysUnfit("数据库中的数据密钥不全（缺 %s）。请从备份恢复。".formatted(use), null));
    }

    private static Key key(Wrapped row, MasterKey master) {
        var suite = Suite.of(row.suite())
                .orElseThrow(() ->
                        new KeysUnfit("数据密钥 %d 的算法“%s”本程序不认识。请改用较新的程序打开。".formatted(row.number(), row.suite()), null));
        try {
            var secret = master.unwrap(suite, row.number(), row.use(), row.wrapped());
            return new Key(row.number(), suite, secret, suite.cipher(secret));
        } catch (GeneralSecurityException | RuntimeException broken) {
            throw new KeysUnfit("数据密钥 %d 解不开：库中的密钥记录被改动过。请从备份恢复，并查明是谁改动了数据库。".formatted(row.number()), broken);
        }
    }

    Key current() {
        return current;
    }

    Key blind() {
        return blind;
    }

    Optional<Key> find(int number) {
        return Optional.ofNullable(keys.get(number));
    }

    /** The highest number there is, whatever for. */
    int newest() {
        return keys.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}

package huoshui.dossier;

import huoshui.document.BlobsNamed;
import huoshui.dossier.fact.FactBody;
import huoshui.kernel.ledger.Ledger;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Photos and papers that some fact names, superseded ones too: they are shown as of earlier days. 照片与附件引用 */
@Component
class PhotosNamed implements BlobsNamed {

    private final JdbcClient jdbc;
    private final Ledger<FactBody> ledger;

    PhotosNamed(JdbcClient jdbc, Ledger<FactBody> personLedger) {
        this.jdbc = jdbc;
        this.ledger = personLedger;
    }

    @Override
    public Set<String> among(Collection<String> digests) {
        var named = new HashSet<>(jdbc.sql("""
                        select distinct body ->> 'digest' from dossier.fact
                        where kind = 'photo' and body ->> 'digest' = any(:digests::text[])""")
                .param("digests", digests.toArray(String[]::new))
                .query((row, i) -> row.getString(1))
                .list());
        named.addAll(attached(digests));
        return named;
    }

    /** Lines about papers are sealed; by their blind value they are found all the same. */
    Set<String> attached(Collection<String> digests) {
        var blinds = new HashMap<String, String>();
        for (var each : digests) blinds.put(HexFormat.of().formatHex(ledger.blind("attachment", each)), each);
        var found = new HashSet<String>();
        jdbc.sql("""
                        select distinct blind from dossier.fact
                        where kind = 'attachment' and erased is null and blind = any(:blinds::bytea[])""")
                .param(
                        "blinds",
                        blinds.keySet().stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new))
                .query((row, i) -> row.getBytes(1))
                .list()
                .forEach(each -> found.add(
                        Objects.requireNonNull(blinds.get(HexFormat.of().formatHex(each)))));
        return found;
    }
}

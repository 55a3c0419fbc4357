package huoshui.dossier;

import huoshui.document.BlobsNamed;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Photos that some fact names, superseded ones too: they are shown as of earlier days. 照片引用 */
@Component
class PhotosNamed implements BlobsNamed {

    private final JdbcClient jdbc;

    PhotosNamed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> among(Collection<String> digests) {
        return new HashSet<>(jdbc.sql("""
                        select distinct body ->> 'digest' from dossier.fact
                        where kind = 'photo' and body ->> 'digest' = any(:digests::text[])""")
                .param("digests", digests.toArray(String[]::new))
                .query((row, i) -> row.getString(1))
                .list());
    }
}

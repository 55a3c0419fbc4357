package huoshui.interchange;

import huoshui.access.Accounts;
import huoshui.access.Signed;
import huoshui.interchange.roster.Headings;
import huoshui.interchange.roster.SheetMapping;
import huoshui.interchange.roster.SheetMapping.Remembered;
import huoshui.interchange.roster.SheetSurvey;
import huoshui.kernel.Canonical;
import huoshui.kernel.Ids;
import huoshui.kernel.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What the columns of known sources mean: by name, or by their headings; one's own before colleagues'. 记住的列对应 */
@Component
class Mappings {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Notices notices;

    Mappings(JdbcClient jdbc, Accounts accounts, Notices notices) {
        this.notices = notices;
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** Which headings there are, in whatever order. */
    private static String signature(SheetSurvey survey) {
        var headings = survey.headings().stream()
                .map(each -> Headings.plain(each.text()))
                .filter(each -> !each.isEmpty())
                .sorted()
                .collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(Sm3.of(headings.getBytes(StandardCharsets.UTF_8)));
    }

    /** As was said of this source before, else as its headings suggest. */
    SheetMapping of(Signed who, @Nullable String name, SheetSurvey survey) {
        return remembered(who, name, survey).map(each -> each.on(survey)).orElseGet(() -> SheetMapping.guessed(survey));
    }

    Optional<Remembered> remembered(Signed who, @Nullable String name, SheetSurvey survey) {
        var found = name != null
                ? jdbc.sql("select body from interchange.mapping where account = :account and name = :name")
                        .param("account", who.account())
                        .param("name", name)
                        .query(String.class)
                        .list()
                : jdbc.sql("""
                                select body from interchange.mapping
                                where signature = :signature and (account = :account or unit = :unit)
                                order by account = :account desc, used desc limit 1""")
                        .param("signature", signature(survey))
                        .param("account", who.account())
                        .param("unit", unit(who), java.sql.Types.OTHER)
                        .query(String.class)
                        .list();
        return found.stream().findFirst().map(each -> JSON.readValue(each, Remembered.class));
    }

    boolean knows(Signed who, String name) {
        return jdbc.sql("select count(*) from interchange.mapping where account = ? and name = ?")
                        .param(who.account())
                        .param(name)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Transactional
    void keep(Signed who, @Nullable String name, SheetSurvey survey, SheetMapping mapping) {
        var signature = signature(survey);
        if (name == null)
            jdbc.sql("delete from interchange.mapping where account = ? and signature = ? and name is null")
                    .param(who.account())
                    .param(signature)
                    .update();
        else
            jdbc.sql("delete from interchange.mapping where account = ? and name = ?")
                    .param(who.account())
                    .param(name)
                    .update();
        jdbc.sql("""
                        insert into interchange.mapping (id, account, unit, name, signature, body)
                        values (:id, :account, :unit, :name, :signature, :body)""")
                .param("id", Ids.next())
                .param("account", who.account())
                .param("unit", unit(who), java.sql.Types.OTHER)
                .param("name", name)
                .param("signature", signature)
                .param("body", JSON.writeValueAsString(mapping.remembered(survey)))
                .update();
        notices.kept(who, new Canonical().add("mapping").add(name).add(signature));
    }

    private @Nullable UUID unit(Signed who) {
        return accounts.find(who.account()).map(each -> each.unit()).orElse(null);
    }
}

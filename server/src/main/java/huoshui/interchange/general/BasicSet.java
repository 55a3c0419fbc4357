package huoshui.interchange.general;

import huoshui.dossier.fact.CareerFact.LevelHeld;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.dossier.fact.FormFact.Box;
import huoshui.dossier.fact.FormFact.PrintedText;
import huoshui.dossier.fact.PersonalFact.Expertise;
import huoshui.dossier.fact.PersonalFact.HealthStatement;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.PersonalFact.PartyMembership;
import huoshui.dossier.fact.PersonalFact.Remark;
import huoshui.dossier.fact.PersonalFact.WorkStart;
import huoshui.dossier.fact.StandingFact.Custody;
import huoshui.dossier.fact.StandingFact.Managed;
import huoshui.dossier.fact.StandingFact.Standing;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.code.Ethnicity;
import huoshui.kernel.code.PoliticalStatus;
import huoshui.kernel.code.Sex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The basics of a person and the printed texts of the form. 基本情况 A01 */
final class BasicSet {

    /** Texts of the form, each in its column. */
    private static final Map<String, Box> BOXES = new LinkedHashMap<>();

    static {
        BOXES.put("A0140", Box.PARTY);
        BOXES.put("A0192A", Box.CURRENT_POST);
        BOXES.put("A0196", Box.TITLE);
        BOXES.put("A1701", Box.RESUME);
        BOXES.put("A14Z101", Box.REWARDS_AND_SANCTIONS);
        BOXES.put("A15Z101", Box.ANNUAL_GRADES);
        BOXES.put("QRZXL", Box.FULLTIME_LEVEL);
        BOXES.put("QRZXW", Box.FULLTIME_DEGREE);
        BOXES.put("QRZXLXX", Box.FULLTIME_LEVEL_SCHOOL);
        BOXES.put("QRZXWXX", Box.FULLTIME_DEGREE_SCHOOL);
        BOXES.put("ZZXL", Box.INSERVICE_LEVEL);
        BOXES.put("ZZXW", Box.INSERVICE_DEGREE);
        BOXES.put("ZZXLXX", Box.INSERVICE_LEVEL_SCHOOL);
        BOXES.put("ZZXWXX", Box.INSERVICE_DEGREE_SCHOOL);
    }

    private BasicSet() {}

    static void read(SheetRow row) {
        readIdentity(row);
        readParties(row);
        var work = row.date("A0134");
        if (work != null) row.fact(new WorkStart(work), Span.since(work));
        readTexts(row);
        readStanding(row);
    }

    private static void readIdentity(SheetRow row) {
        var birth = row.date("A0107");
        var since = birth == null ? row.evidenced() : Span.since(birth);
        var name = row.text("A0101");
        if (name == null) return;
        row.fact(
                new Identity(
                        name,
                        named(
                                row,
                                "A0104",
                                each -> Sex.read(each).map(Sex::title).orElse(each)),
                        birth,
                        named(
                                row,
                                "A0117",
                                each -> Ethnicity.read(each)
                                        .map(Ethnicity::title)
                                        .orElse(each)),
                        row.text("A0111A"),
                        row.text("A0114A"),
                        row.word("A0115A", "ZB01")),
                since);
        var number = row.text("A0184");
        if (number != null) row.fact(new IdNumber(number.toUpperCase(Locale.ROOT)), since);
    }

    private static @Nullable String named(SheetRow row, String column, Function<String, String> name) {
        var value = row.text(column);
        return value == null ? null : name.apply(value);
    }

    private static void readParties(SheetRow row) {
        if (row.has("A0141")) {
            var party = partyName(Objects.requireNonNull(row.text("A0141")));
            var joined = row.date("A0144");
            row.fact(new PartyMembership(party, joined), joined == null ? row.evidenced() : Span.since(joined));
        }
        for (var column : List.of("A3921", "A3927")) {
            var party = row.text(column);
            if (party != null) row.fact(new PartyMembership(partyName(party), null), row.evidenced());
        }
    }

    private static String partyName(String value) {
        return PoliticalStatus.read(value)
                .map(each -> each == PoliticalStatus.PROBATIONARY_PARTY_MEMBER ? "中共预备党员" : each.title())
                .orElse(value);
    }

    private static void readTexts(SheetRow row) {
        BOXES.forEach((column, box) -> row.peek(column).ifPresent(text -> {
            row.skip(column);
            row.fact(new PrintedText(box, lines(text), false), row.evidenced());
        }));
        var health = row.word("A0128", "GB2261C");
        if (health != null) row.fact(new HealthStatement(health), row.evidenced());
        var expertise = row.text("A0187A");
        if (expertise != null) row.fact(new Expertise(expertise), row.evidenced());
        var remark = row.text("A0180");
        if (remark != null) row.fact(new Remark(remark), row.evidenced());
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static void readStanding(SheetRow row) {
        var standing = new Standing(
                row.text("A0160"), row.text("A0121"), row.text("A0163"), row.text("A0120"), row.date("A2949"));
        if (!standing.equals(new Standing(null, null, null, null, null))) row.fact(standing, row.evidenced());
        var managed = row.text("A0165");
        if (managed != null) row.fact(new Managed(managed), row.evidenced());
        var custody = row.text("A0195");
        if (custody != null) row.fact(new Custody(row.units().unit(custody).orElse(null), custody), row.evidenced());
    }

    static Map<String, String> write(SheetWriting person) {
        var row = person.row();
        person.now(Identity.class).ifPresent(each -> writeIdentity(row, each.body()));
        writeParties(row, person);
        person.now(WorkStart.class)
                .ifPresent(each -> row.date("A0134", each.body().date()));
        person.now(IdNumber.class)
                .ifPresent(each -> row.text("A0184", each.body().number()));
        person.now(HealthStatement.class)
                .ifPresent(each -> row.text("A0128", each.body().text()));
        person.now(Expertise.class)
                .ifPresent(each -> row.text("A0187A", each.body().text()));
        person.now(Remark.class).ifPresent(each -> row.text("A0180", each.body().text()));
        writeStanding(row, person);
        writeLevels(row, person);
        BOXES.forEach((column, box) -> person.of(PrintedText.class)
                .filter(each -> each.body().box() == box && each.fact().valid().covers(person.asof()))
                .findFirst()
                .ifPresent(each -> row.text(column, each.body().text())));
        return row.row();
    }

    private static void writeIdentity(RowMaking row, Identity identity) {
        row.text("A0101", identity.name());
        row.text("A0104", Sex.read(identity.sex()).map(Sex::code).orElse(identity.sex()));
        row.date("A0107", identity.birth());
        row.text("A0111A", identity.nativePlace()).text("A0114A", identity.birthPlace());
        row.code("A0115A", identity.upbringingPlace(), "ZB01");
        row.text(
                "A0117",
                Ethnicity.read(identity.ethnicity()).map(Ethnicity::code).orElse(identity.ethnicity()));
    }

    private static void writeParties(RowMaking row, SheetWriting person) {
        var parties = person.of(PartyMembership.class)
                .filter(each -> each.fact().valid().covers(person.asof()))
                .map(SheetWriting.Typed::body)
                .toList();
        var columns = List.of("A0141", "A3921", "A3927");
        for (int i = 0; i < Math.min(parties.size(), columns.size()); i++) {
            var party = parties.get(i);
            row.text(
                    columns.get(i),
                    PoliticalStatus.read(party.party())
                            .map(PoliticalStatus::code)
                            .orElse(party.party()));
            if (i == 0) row.date("A0144", party.joined());
        }
    }

    private static void writeStanding(RowMaking row, SheetWriting person) {
        person.now(Standing.class).ifPresent(each -> {
            var standing = each.body();
            row.text("A0160", standing.category()).text("A0121", standing.establishment());
            row.text("A0163", standing.state()).text("A0120", standing.grade()).date("A2949", standing.registered());
        });
        person.now(Managed.class)
                .ifPresent(each -> row.text("A0165", each.body().category()));
        person.now(Custody.class).ifPresent(each -> {
            var unit = each.body().unit();
            var key = unit == null ? null : person.units().key(unit).orElse(null);
            row.text("A0195", key == null ? each.body().text() : key);
        });
    }

    private static void writeLevels(RowMaking row, SheetWriting person) {
        person.now(LevelHeld.class).ifPresent(each -> {
            row.text("A0221", LevelSet.code(each.body()));
            row.date("A0288", since(each.fact()));
        });
        person.now(RankHeld.class).ifPresent(each -> {
            row.text("A0192E", LevelSet.code(each.body()));
            row.date("A0192C", since(each.fact()));
        });
    }

    private static @Nullable PartialDate since(SheetFact fact) {
        return fact.valid().firstDate();
    }
}

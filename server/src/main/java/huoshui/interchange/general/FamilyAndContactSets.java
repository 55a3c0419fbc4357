package huoshui.interchange.general;

import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.dossier.fact.PersonalFact.Contact;
import huoshui.dossier.fact.PersonalFact.Photo;
import huoshui.kernel.Sm3;
import huoshui.kernel.Span;
import huoshui.kernel.code.Codes;
import huoshui.kernel.code.PoliticalStatus;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Family, contact and portrait. 家庭成员 A36、住址通信 A37、照片 A57 */
final class FamilyAndContactSets {

    private static final Map<String, String> CHANNELS = new LinkedHashMap<>();

    static {
        CHANNELS.put("A3701", "办公地址");
        CHANNELS.put("A3707A", "办公电话");
        CHANNELS.put("A3707B", "住宅电话");
        CHANNELS.put("A3707C", "移动电话");
        CHANNELS.put("A3707E", "秘书电话");
        CHANNELS.put("A3708", "电子邮箱");
        CHANNELS.put("A3711", "家庭住址");
        CHANNELS.put("A3714", "住址邮编");
        CHANNELS.put("A3721", "户籍地址");
    }

    private FamilyAndContactSets() {}

    static void readMember(SheetRow row) {
        var relation = relation(row);
        var name = row.text("A3601");
        if (relation == null && name == null) {
            row.leaveAll();
            row.error("general.no-relation", "A3604A", "没有称谓和姓名：此行未计入。请补填。");
            return;
        }
        var order = row.number("SORTID");
        row.fact(
                new FamilyMember(
                        order == null ? row.number() : order,
                        relation == null ? "" : relation,
                        name,
                        row.date("A3607"),
                        party(row),
                        row.text("A3611"),
                        null),
                row.evidenced());
    }

    private static @Nullable String party(SheetRow row) {
        var party = row.text("A3627");
        if (party == null || !party.matches("\\d{1,2}")) return party;
        return PoliticalStatus.read(party).map(PoliticalStatus::title).orElse(party);
    }

    /** Codes of relations differ from system to system, so a code is read as the national list has it, and told. */
    private static @Nullable String relation(SheetRow row) {
        var value = row.text("A3604A");
        if (value == null) return null;
        var name = Codes.list("GB4761").name(value);
        name.ifPresent(word ->
                row.warn("general.relation-code", "A3604A", "是代码“%s”，按“%s”读取；各系统此项代码不一致，请核对。".formatted(value, word)));
        return name.orElse(value);
    }

    static List<Map<String, String>> writeMembers(SheetWriting person) {
        return person.of(FamilyMember.class)
                .filter(each -> each.fact().valid().covers(person.asof()))
                .map(each -> person.row()
                        .text("A3601", each.body().name())
                        .text("A3604A", each.body().relation())
                        .date("A3607", each.body().birth())
                        .text("A3627", each.body().party())
                        .text("A3611", each.body().post())
                        .number("SORTID", each.body().order())
                        .row())
                .sorted(Comparator.comparingInt(each -> Integer.parseInt(each.getOrDefault("SORTID", "0"))))
                .toList();
    }

    static void readContacts(SheetRow row) {
        CHANNELS.forEach((column, channel) -> {
            var value = row.text(column);
            if (value != null) row.fact(new Contact(channel, value), row.evidenced());
        });
    }

    static List<Map<String, String>> writeContacts(SheetWriting person) {
        var row = person.row();
        person.of(Contact.class)
                .filter(each -> each.fact().valid().covers(person.asof()))
                .forEach(each -> CHANNELS.forEach((column, channel) -> {
                    if (channel.equals(each.body().channel()))
                        row.text(column, each.body().value());
                }));
        return row.row().size() == 1 ? List.of() : List.of(row.row());
    }

    static SheetFact photo(GeneralPhoto photo, LocalDate evidenced) {
        var digest = HexFormat.of().formatHex(Sm3.of(photo.bytes()));
        var body = new Photo(digest, photo.mediaType(), photo.bytes().length);
        return new SheetFact(body, Span.evidenced(evidenced), "A57", 1);
    }

    static List<Map<String, String>> writePhoto(SheetWriting person) {
        return person
                .now(Photo.class)
                .map(each -> person.row()
                        .text("A5714", photoName(person.a0000(), each.body()))
                        .row())
                .stream()
                .toList();
    }

    static String photoName(String a0000, Photo photo) {
        return a0000 + (photo.mediaType().equals("image/png") ? ".png" : ".jpg");
    }
}

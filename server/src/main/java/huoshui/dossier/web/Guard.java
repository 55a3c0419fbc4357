package huoshui.dossier.web;

import huoshui.access.ManagementCategory;
import huoshui.access.Placement;
import huoshui.access.Sight;
import huoshui.access.Sights;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Cities;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.search.PeopleSearch;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Fact;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is asked of everybody before they read or write about one person. 人员页的门卫 */
@Component
class Guard {

    private static final int LONGEST = 500;

    private final Dossiers dossiers;
    private final Cities cities;
    private final PeopleSearch search;
    private final Sights sights;
    private final Placement placement;

    Guard(Dossiers dossiers, Cities cities, PeopleSearch search, Sights sights, Placement placement) {
        this.placement = placement;
        this.dossiers = dossiers;
        this.cities = cities;
        this.search = search;
        this.sights = sights;
    }

    /** Somebody in sight, as they are at both clocks. */
    Card seen(UUID id, AsOf at, Signed signed) {
        return search.view(signed.sight()).require(cities.at(at), id);
    }

    /** Somebody in sight, now. */
    Card seen(UUID id, Signed signed) {
        return search.view(signed.sight()).require(cities.now(), id);
    }

    /** Somebody this account may write about; under whichever of their ids they were named. */
    Subject.Person changed(UUID id, Signed signed) {
        var card = seen(id, signed);
        sights.requireChanged(signed.sight(), card.id());
        return new Subject.Person(card.id());
    }

    /**
     * Whether this person is still led by this account once they are of this category: it decides who sees and leads them, so nobody
     * hands a person to others, nor takes them, by a word in the dossier.
     */
    void requireLedAs(UUID person, @Nullable ManagementCategory category, Signed signed) {
        var place = placement.of(person);
        var then = place.map(each -> new Placement.Place(each.unit(), category, each.footing()));
        if (then.isPresent() && signed.sight().changes(person, then.get())) return;
        throw Refusal.sight("not-led-then", "未写入：改为这一管理类别后，该同志不由您单位主管。请由改后的主管单位，或都能主管的上级办理。");
    }

    /** Every id this person is known by. */
    Set<UUID> ids(UUID person) {
        return cities.now().ids(person);
    }

    /** A fact of this very person, in a chapter this account writes. */
    Fact<FactBody> writable(UUID id, UUID fact, Signed signed) {
        var person = changed(id, signed);
        var found = dossiers.fact(fact);
        if (!ids(person.id()).contains(found.subject()) || !signed.sight().reads(found.chapter())) throw noFact();
        requireWritable(signed, found.chapter());
        return found;
    }

    /** A chapter about to be read: sealed ones for a stated purpose, and the reading is journaled. */
    void open(UUID person, Chapter chapter, Signed signed) {
        requireReadable(signed.sight(), chapter);
        if (chapter.sealed()) dossiers.announceReading(signed.actor(), new Subject.Person(person), chapter);
    }

    /** Of these facts those this account may read; the sealed chapters among them are opened. */
    java.util.List<Fact<FactBody>> opened(UUID person, java.util.List<Fact<FactBody>> facts, Signed signed) {
        var readable = facts.stream()
                .filter(each -> signed.sight().reads(each.chapter()))
                .toList();
        readable.stream()
                .map(Fact::chapter)
                .filter(Chapter::sealed)
                .collect(Collectors.toCollection(java.util.TreeSet::new))
                .forEach(each -> open(person, each, signed));
        return readable;
    }

    static void requireReadable(Sight sight, Chapter chapter) {
        if (!sight.reads(chapter)) throw Refusal.sight("sealed-chapter", "未查阅：您的角色不含这一章。如工作需要，请联系安全管理员授权。");
    }

    static void requireWritable(Signed signed, Chapter chapter) {
        if (!signed.sight().writes(chapter)) throw Refusal.sight("not-writable", "未写入：您的角色不能写这一章。请告知负责的科室办理。");
    }

    static Refusal noFact() {
        return Refusal.absent("no-fact", "未找到这条事实。请回到档案重新打开。");
    }

    static String given(@Nullable String text, String what) {
        if (text == null || text.isBlank()) throw incomplete(what);
        if (text.length() > LONGEST) throw Refusal.input("too-long", "未写入：%s超过 500 字。请写得简短一些。".formatted(what));
        return text.strip();
    }

    static Refusal incomplete(String what) {
        return Refusal.input("incomplete", "未写入：没有填%s。请填写后再提交。".formatted(what));
    }
}

package huoshui.assessment;

import huoshui.assessment.Item.Checklist;
import huoshui.assessment.Item.Choice;
import huoshui.assessment.Item.Keyed;
import huoshui.assessment.Item.Narrative;
import huoshui.assessment.Item.Nomination;
import huoshui.assessment.Item.Rating;
import huoshui.kernel.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a sheet is whole and says only what may be said; refuses with the item named. 票面检查 */
final class SheetCheck {

    private static final int LONGEST = 500;
    private static final int LONGEST_NAME = 60;

    private final Instrument instrument;
    private final String about;

    SheetCheck(Instrument instrument, String about) {
        this.instrument = instrument;
        this.about = about;
    }

    /** @throws Refusal {@code unknown-item}, {@code half-filled}, {@code bad-answer}, {@code instance-required}, {@code too-long} */
    void check(VoiceSheet sheet) {
        for (var code : sheet.answers().keySet())
            if (instrument.item(code).isEmpty())
                throw Refusal.input("unknown-item", "未收下：票面上有测评表没有的题项“%s”。请重新打开测评页再填。".formatted(code));
        for (int i = 0; i < instrument.items().size(); i++)
            new One(i + 1, instrument.items().get(i))
                    .check(sheet.answers().get(instrument.items().get(i).stem().code()));
    }

    /** Whether a whole sheet counts: too many grades that say nothing make it void. */
    static boolean valid(Instrument instrument, VoiceSheet sheet) {
        int ratings = 0;
        int unknown = 0;
        for (var item : instrument.items()) {
            if (!(item instanceof Rating rating)) continue;
            ratings++;
            var given = sheet.answers().get(item.stem().code());
            boolean says = given != null
                    && rating.scale().stream()
                            .anyMatch(each -> each.counts() && each.word().equals(given.grade()));
            if (!says) unknown++;
        }
        return unknown * 100 <= ratings * instrument.validity().unknownMost();
    }

    /** One item being looked at. */
    private final class One {

        private final int number;
        private final Item item;

        One(int number, Item item) {
            this.number = number;
            this.item = item;
        }

        void check(@Nullable Given given) {
            if (given == null || given.empty()) {
                if (item.stem().required()) throw refusal("half-filled", "没有答", "请答完再交；不了解的，可选“不了解”，或整份不评");
                return;
            }
            if (!given.only(item)) throw refusal("bad-answer", "的答复里有这一题没有的内容", "请重新打开测评页再填");
            if (given.instance() != null) words(given.instance(), LONGEST);
            switch (item) {
                case Rating rating -> grade(rating, given);
                case Choice choice -> options(choice.options(), choice.least(), choice.most(), given);
                case Keyed keyed -> options(keyed.options(), 1, keyed.options().size(), given);
                case Nomination nomination -> names(nomination.most(), given);
                case Narrative narrative -> words(given.words(), narrative.longest());
                case Checklist checklist -> points(checklist, given);
            }
        }

        private void grade(Rating rating, Given given) {
            var grade = rating.scale().stream()
                    .filter(each -> each.word().equals(given.grade()))
                    .findFirst()
                    .orElseThrow(() -> refusal("bad-answer", "没有“%s”这一等次".formatted(given.grade()), "请重新选取"));
            if (grade.adverse()) instance(given.instance(), grade.word());
        }

        private void options(List<String> known, int least, int most, Given given) {
            var chosen = given.chosen();
            if (!known.containsAll(chosen) || new HashSet<>(chosen).size() < chosen.size())
                throw refusal("bad-answer", "所选不在选项之中，或选了两次", "请重新选取");
            if (chosen.size() < least || chosen.size() > most)
                throw refusal("bad-answer", "应选 %d 到 %d 项，所选 %d 项".formatted(least, most, chosen.size()), "请增减后再交");
        }

        private void names(int most, Given given) {
            if (given.nominated().size() > most)
                throw refusal(
                        "bad-answer",
                        "最多推荐 %d 人，所填 %d 人".formatted(most, given.nominated().size()),
                        "请减少后再交");
            for (var each : given.nominated()) {
                words(each.name(), LONGEST_NAME);
                if (each.name().isBlank()) throw refusal("bad-answer", "有一行没有填姓名", "请填写，或去掉这一行");
                if (each.reason().isBlank()) throw refusal("bad-answer", "推荐“%s”没有写理由".formatted(each.name()), "请写明理由");
                words(each.reason(), LONGEST);
            }
        }

        private void points(Checklist checklist, Given given) {
            var known = checklist.points().stream().map(Item.Point::text).toList();
            options(known, 0, known.size(), given);
            var told = Objects.requireNonNullElse(given.instances(), Map.<String, String>of());
            if (!known.containsAll(told.keySet())) throw refusal("bad-answer", "所写事例不属于任何一项", "请重新打开测评页再填");
            told.values().forEach(each -> words(each, LONGEST));
            for (var point : checklist.points())
                if (point.adverse() && given.chosen().contains(point.text()))
                    instance(told.get(point.text()), point.text());
        }

        private void instance(@Nullable String instance, String mark) {
            int least = instrument.validity().instanceLeast();
            if (instance == null || instance.strip().length() < least)
                throw refusal(
                        "instance-required",
                        "选了“%s”，须写具体事例（不少于 %d 字）".formatted(mark, least),
                        "请写明时间、事情，不写听来的人名；说不出事例的，请改选");
            words(instance, LONGEST);
        }

        private void words(String text, int longest) {
            if (text.length() > longest) throw refusal("too-long", "超过 %d 字".formatted(longest), "请写得简短一些");
        }

        private Refusal refusal(String code, String what, String remedy) {
            return new Refusal(
                    Refusal.Sort.INPUT,
                    code,
                    "未收下：对%s的测评，第 %d 题“%s”%s。%s。"
                            .formatted(about, number, item.stem().text(), what, remedy),
                    Map.of("item", item.stem().code()));
        }
    }
}

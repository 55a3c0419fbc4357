package huoshui.interchange.gold;

import huoshui.interchange.form.CareerReading;
import huoshui.interchange.form.CareerReading.Sort;
import huoshui.interchange.form.CareerReading.Stretch;
import huoshui.interchange.form.Resume;
import huoshui.kernel.PartialDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The reader's answers held against the truth, by the rules of the gold set's README. 识读结果与金标准比对 */
final class Comparison {

    final Scores dates = new Scores();
    final Scores units = new Scores();
    final Scores posts = new Scores();
    final Scores both = new Scores();
    final Scores lines = new Scores();
    final Scores unread = new Scores();
    final Scores gaps = new Scores();
    final Scores overlaps = new Scores();
    final Scores sorts = new Scores();
    final Scores levels = new Scores();

    Comparison(List<GoldResume> all) {
        all.forEach(this::hold);
    }

    private void hold(GoldResume gold) {
        var reading = CareerReading.of(Resume.read(gold.text()));
        var left = new ArrayList<>(reading.stretches());
        GoldResume.@Nullable Position last = null;
        for (var truth : gold.segments()) {
            var found = take(left, truth);
            boolean dated = truth.from() != null || truth.to() != null;
            if (dated) dates.count(found != null, true, found != null, gold.id() + " 欠 " + period(truth));
            if (found != null) {
                lines.count(
                        true,
                        true,
                        truth.lines().contains(found.line()),
                        gold.id() + " 行 " + found.line() + truth.lines());
                sorts.count(
                        true,
                        true,
                        same(truth.kind(), found.sort()),
                        gold.id() + " " + truth.kind() + " " + found.sort() + " " + found.text());
            }
            last = positions(gold.id(), truth, found, last);
        }
        for (var each : left) {
            if (each.from() != null || each.to() != null)
                dates.count(true, false, false, gold.id() + " 多 " + each.from() + "~" + each.to() + " " + each.text());
            if (each.sort() == Sort.NOTE) continue;
            for (var position : each.positions()) extra(gold.id(), position);
        }
        unread.count(
                gold.id(),
                gold.unread().stream().map(String::valueOf).toList(),
                reading.unread().stream()
                        .map(each -> String.valueOf(each.line()))
                        .toList());
        var breaches = reading.resume().breaches();
        gaps.count(
                gold.id(),
                gold.gaps().stream()
                        .map(each -> gold.segments().get(each.after()).from() + "…"
                                + gold.segments().get(each.before()).from())
                        .toList(),
                breaches.stream()
                        .filter(Resume.Breach::gap)
                        .map(each -> month(each.before().from()) + "…"
                                + month(each.after().from()))
                        .toList());
        overlaps.count(
                gold.id(),
                gold.overlaps().stream()
                        .map(each -> gold.segments().get(each.one()).from() + "…"
                                + gold.segments().get(each.other()).from())
                        .toList(),
                breaches.stream()
                        .filter(each -> !each.gap())
                        .map(each -> month(each.before().from()) + "…"
                                + month(each.after().from()))
                        .toList());
    }

    private static @Nullable Stretch take(List<Stretch> left, GoldResume.Segment truth) {
        for (var each : left) {
            boolean same = Objects.equals(month(each.from()), truth.from())
                    && Objects.equals(month(each.to()), truth.to())
                    && each.meanwhile() == truth.meanwhile()
                    && (truth.from() != null
                            || truth.to() != null
                            || truth.lines().contains(each.line()));
            if (same) {
                left.remove(each);
                return each;
            }
        }
        return null;
    }

    private GoldResume.@Nullable Position positions(
            String id, GoldResume.Segment truth, @Nullable Stretch found, GoldResume.@Nullable Position before) {
        if (truth.kind().equals("aside")) return before;
        var last = before;
        var left = new ArrayList<>(found == null ? List.<CareerReading.Position>of() : found.positions());
        for (var each : truth.posts()) {
            var unitBefore = last == null ? "" : plain(last.unit());
            boolean study = truth.kind().equals("study");
            var right = left.stream()
                    .filter(read -> fits(each, read, unitBefore, study))
                    .findFirst();
            if (right.isPresent()) left.remove(right.get());
            var near = right.or(() -> left.stream()
                            .filter(read -> unit(each, read, unitBefore))
                            .findFirst())
                    .or(() -> left.stream().filter(read -> post(each, read)).findFirst());
            if (right.isEmpty()) near.ifPresent(left::remove);
            var what = id + " " + each.unit() + "|" + each.inner() + "|" + each.post() + " ← "
                    + near.map(Object::toString).orElse("无") + " : " + (found == null ? "" : found.text());
            boolean named = each.unit() != null && !each.carried();
            boolean unitRead = near.map(CareerReading.Position::unit).isPresent();
            if (named || each.carried() && unitRead)
                units.count(
                        unitRead,
                        named || unitRead,
                        right.isPresent()
                                || near.filter(read -> unit(each, read, unitBefore))
                                        .isPresent(),
                        what);
            if (each.post() != null && !study)
                posts.count(
                        near.isPresent(),
                        true,
                        right.isPresent()
                                || near.filter(read -> post(each, read)).isPresent(),
                        what);
            both.count(near.isPresent(), true, right.isPresent(), what);
            if (each.level() != null)
                levels.count(
                        near.isPresent(),
                        true,
                        near.filter(read -> each.level().equals(read.level())).isPresent(),
                        what);
            if (each.unit() != null) last = each;
        }
        left.forEach(read -> extra(id, read));
        return last;
    }

    private void extra(String id, CareerReading.Position read) {
        if (read.unit() != null) units.count(true, false, false, id + " 多 " + read);
        if (read.post() != null) posts.count(true, false, false, id + " 多 " + read);
        both.count(true, false, false, id + " 多 " + read);
    }

    private static boolean fits(GoldResume.Position truth, CareerReading.Position read, String before, boolean study) {
        return study
                ? unit(truth, read, before)
                : unit(truth, read, before) && post(truth, read) && seam(truth, read, before);
    }

    /** The unit's and the post's words together lose nothing and say nothing twice. */
    private static boolean seam(GoldResume.Position truth, CareerReading.Position read, String before) {
        var words = plain(read.unit()) + plain(read.post());
        var whole = plain(truth.unit()) + plain(truth.inner()) + plain(truth.post());
        if (words.equals(whole)) return true;
        var short_ = plain(truth.inner()) + plain(truth.post());
        var post = plain(truth.post());
        return truth.carried()
                && List.of(short_, post, before + short_, before + post, plain(truth.unit()) + post)
                        .contains(words);
    }

    private static boolean unit(GoldResume.Position truth, CareerReading.Position read, String before) {
        var unit = plain(read.unit());
        var inner = plain(truth.inner());
        if (unit.equals(plain(truth.unit())) || unit.equals(plain(truth.unit()) + inner)) return true;
        return truth.carried()
                && (unit.isEmpty() || unit.equals(inner) || unit.equals(before) || unit.equals(before + inner));
    }

    private static boolean post(GoldResume.Position truth, CareerReading.Position read) {
        var post = plain(read.post());
        return post.equals(plain(truth.post()))
                || (truth.post() != null && post.equals(plain(truth.inner()) + plain(truth.post())));
    }

    private static boolean same(String kind, Sort sort) {
        return switch (kind) {
            case "aside" -> sort == Sort.NOTE;
            default -> sort.name().equalsIgnoreCase(kind);
        };
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[\\s　，,]", "");
    }

    private static String period(GoldResume.Segment truth) {
        return truth.from() + "~" + truth.to() + (truth.meanwhile() ? "其间" : "");
    }

    private static @Nullable String month(@Nullable PartialDate date) {
        if (date == null) return null;
        return date.month() == 0 ? "%04d".formatted(date.year()) : "%04d-%02d".formatted(date.year(), date.month());
    }

    @Override
    public String toString() {
        return "起止 %s%n单位 %s%n职务 %s%n单位及职务 %s%n所在行 %s%n未识别行 %s%n空档 %s%n重叠 %s%n类别 %s%n级别 %s"
                .formatted(dates, units, posts, both, lines, unread, gaps, overlaps, sorts, levels);
    }

    /** Prints the figures, and for the set to work with every miss: {@code dev} or {@code held}. */
    public static void main(String[] args) {
        boolean held = List.of(args).contains("held");
        var comparison = new Comparison(held ? GoldResume.held() : GoldResume.dev());
        System.out.println(comparison);
        if (held) return;
        for (var each : List.of(
                comparison.dates,
                comparison.both,
                comparison.lines,
                comparison.unread,
                comparison.gaps,
                comparison.overlaps,
                comparison.sorts,
                comparison.levels)) each.misses().forEach(System.out::println);
    }
}

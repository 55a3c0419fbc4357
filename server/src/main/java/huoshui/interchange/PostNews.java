package huoshui.interchange;

import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.interchange.form.CareerReading;
import huoshui.interchange.form.CareerReading.Position;
import huoshui.kernel.PartialDate;
import huoshui.kernel.ledger.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a roster's 现任职务 and 任现职时间 mean for posts in office, as far as the words tell. 名册所载任职的变动
 *
 * <p>Which post ended and which began is for a person to say: where the words leave one reading it is offered, where they
 * leave several it is said why not.
 */
sealed interface PostNews {

    /** Nothing beyond what is known. */
    record None() implements PostNews {}

    /** The post in office began on another date. */
    record Began(Fact<FactBody> post, PartialDate since) implements PostNews {}

    /** Posts that begin on a date, and those in office that end with it; the others stay. */
    record Follows(List<String> begin, List<Fact<FactBody>> end, PartialDate since) implements PostNews {

        /** In words, for whoever decides. */
        String told() {
            var ended = end.stream().map(PostNews::words).toList();
            return since.printed() + " 起任“" + String.join("”“", begin) + "”"
                    + (ended.isEmpty() ? "，原任各职不变" : "，同时免去“" + String.join("”“", ended) + "”");
        }
    }

    /** Open, and why. */
    record Open(String why, String todo) implements PostNews {}

    String RECORD = "请在档案中录入任免，或核对来文后重新导入。";

    /**
     * @param text what it says of posts in office where the facts say something else; null where they agree
     * @param since null where the roster gives no date, or the known one
     * @param printed whether words of an earlier file already stand beside the facts
     */
    static PostNews of(
            @Nullable String text,
            @Nullable PartialDate since,
            List<Fact<FactBody>> posts,
            boolean printed,
            LocalDate today) {
        var inOffice = posts.stream()
                .filter(each -> !Boolean.FALSE.equals(((PostHeld) each.content()).printed()))
                .toList();
        if (since != null && since.firstDay().isAfter(today))
            return new Open("任现职时间 " + since.printed() + " 晚于今天，没有写入", "请核对后改正。");
        if (text == null) return since == null ? new None() : began(since, inOffice, printed);
        return Parted.of(text, inOffice).news(since);
    }

    private static PostNews began(PartialDate since, List<Fact<FactBody>> inOffice, boolean printed) {
        if (inOffice.isEmpty())
            return new Open("库中和来文都没有现任职务，不知 " + since.printed() + " 是哪一职务的任职时间，没有写入", "请在来文中补填现任职务后重新导入。");
        if (printed)
            return new Open("现任职务在库中有待认定的文字，不知 " + since.printed() + " 是哪一职务的任职时间，没有写入", "请先认定现任职务，再导入或录入任职时间。");
        if (inOffice.size() == 1) return new Began(inOffice.getFirst(), since);
        var main = inOffice.stream()
                .filter(each -> Boolean.TRUE.equals(((PostHeld) each.content()).main()))
                .toList();
        if (main.size() == 1) return new Began(main.getFirst(), since);
        return new Open(
                "库中现任 " + inOffice.size() + " 个职务，不知 " + since.printed() + " 是哪一个的任职时间，没有写入", "请在档案中更正该职务的任职时间。");
    }

    static String words(Fact<FactBody> post) {
        return ((PostHeld) post.content()).text();
    }

    /** The words taken apart and held against those in office. 新旧职务对照 */
    record Parted(
            List<String> begin,
            List<Fact<FactBody>> end,
            List<Fact<FactBody>> stay,
            @Nullable String doubt) {

        private record Seat(String unit, String post) {

            /** One post in two spellings: 水务局局长, 示例市水务局局长. */
            boolean resembles(Seat other) {
                return post.equals(other.post) && (unit.endsWith(other.unit) || other.unit.endsWith(unit));
            }
        }

        static Parted of(String text, List<Fact<FactBody>> inOffice) {
            var held = new LinkedHashSet<Seat>();
            inOffice.forEach(each -> held.addAll(seats(words(each), "")));
            var said = new LinkedHashSet<Seat>();
            var begin = new ArrayList<String>();
            String unit = "";
            String doubt = null;
            for (var piece : text.split("[，,；;\\n]")) {
                if (piece.isBlank()) continue;
                var seats = seats(piece, unit);
                if (seats.isEmpty()) doubt = "“" + piece.strip() + "”读不出单位和职务";
                long known = seats.stream().filter(held::contains).count();
                if (known > 0 && known < seats.size()) doubt = "“" + piece.strip() + "”一部分与库中现任的相同";
                boolean carried = !seats.isEmpty()
                        && !unit.isEmpty()
                        && seats.getFirst().unit.equals(unit);
                if (known == 0)
                    begin.add(carried && !piece.strip().startsWith(unit) ? unit + piece.strip() : piece.strip());
                said.addAll(seats);
                if (!seats.isEmpty()) unit = seats.getLast().unit;
            }
            return parted(inOffice, held, said, begin, doubt);
        }

        private static Parted parted(
                List<Fact<FactBody>> inOffice,
                Set<Seat> held,
                Set<Seat> said,
                List<String> begin,
                @Nullable String doubt) {
            var end = new ArrayList<Fact<FactBody>>();
            var stay = new ArrayList<Fact<FactBody>>();
            String why = doubt;
            for (var each : inOffice) {
                var seats = seats(words(each), "");
                long still = seats.stream().filter(said::contains).count();
                if (still > 0 && still < seats.size()) why = "现任“" + words(each) + "”只有一部分还在来文之中";
                if (seats.isEmpty()) why = "现任“" + words(each) + "”读不出单位和职务";
                (still > 0 ? stay : end).add(each);
            }
            for (var one : said)
                for (var other : held)
                    if (!held.contains(one) && !said.contains(other) && one.resembles(other))
                        why = "“" + one.unit + one.post + "”与现任“" + other.unit + other.post + "”像是同一职务的两种写法";
            return new Parted(begin, end, stay, why);
        }

        private static List<Seat> seats(String words, String carried) {
            var seats = new ArrayList<Seat>();
            var unit = carried;
            for (Position each : CareerReading.positions(words)) {
                if (each.post() == null) return List.of();
                if (each.unit() != null) unit = each.unit();
                seats.add(new Seat(unit, each.post()));
            }
            return seats;
        }

        PostNews news(@Nullable PartialDate since) {
            if (doubt != null) return new Open(doubt + "，分不清是兼任还是改任，任现职时间没有写入", RECORD);
            if (begin.isEmpty() && end.isEmpty()) return since == null ? new None() : began(since, stay, false);
            if (begin.isEmpty())
                return new Open(
                        "来文没有载现任“"
                                + String.join(
                                        "”“", end.stream().map(PostNews::words).toList()) + "”，不知是否已免、何时免",
                        RECORD);
            if (since == null) return new Open("来文没有新的任现职时间，不知何时改任", "请在来文中补填任现职时间后重新导入，或在档案中录入任免。");
            var later = end.stream()
                    .filter(each -> !since.firstDay().isAfter(each.valid().from()))
                    .findFirst();
            if (later.isPresent())
                return new Open("任现职时间 " + since.printed() + " 不晚于库中“" + words(later.get()) + "”的任职时间，没有写入", RECORD);
            return new Follows(begin, end, since);
        }
    }
}

package huoshui.interchange.form;

import huoshui.interchange.form.PersonSheet.Career;
import huoshui.interchange.form.PersonSheet.Unread;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Retirement;
import huoshui.kernel.code.CitizenNumber;
import huoshui.kernel.code.Sex;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Understands a form: who it is about, what it says, what is doubtful. It reads everything, asks, and guesses nothing.
 * 任免表识读
 */
public final class SheetReader {

    private static final int MOST = 200;

    public SheetReading read(Form form) {
        var problems = new ArrayList<>(form.notes());
        var name = name(form, problems);
        var sex = sex(form, problems);
        var birth = birth(form, problems);
        var party = PartyBox.read(form.text(Box.PARTY), problems);
        var started = date(form, Box.WORK_STARTED, problems);
        var resume = Resume.read(form.text(Box.RESUME));
        var idNumber = absent(CitizenNumber.plain(form.text(Box.ID_NUMBER)));
        if (idNumber != null) IdNumbers.examine(idNumber, birth, sex, problems);
        order(birth, party.joined(), started, problems);
        var education = Schooling.read(form, problems);
        Careers.check(resume, problems);
        var family = Relatives.read(form, problems);
        var photo = Photo.read(form, problems).orElse(null);
        lengths(form, problems);
        var person = new PersonSheet(
                name,
                sex,
                birth,
                ethnicity(form, problems),
                text(form, Box.NATIVE_PLACE),
                text(form, Box.BIRTH_PLACE),
                party.joined(),
                party.words(),
                started,
                health(form, problems),
                idNumber,
                text(form, Box.TITLE),
                text(form, Box.EXPERTISE),
                text(form, Box.CURRENT_POST),
                education,
                Careers.of(resume),
                Careers.unread(resume),
                family);
        return new SheetReading(
                person,
                text(form, Box.REWARDS),
                text(form, Box.ASSESSMENTS),
                photo,
                draft(form, problems, sex, birth),
                resume,
                bounded(problems));
    }

    /** Nobody reads the thousandth problem of one form; errors come first where they are too many. */
    private static List<Problem> bounded(List<Problem> problems) {
        if (problems.size() <= MOST) return List.copyOf(problems);
        var kept = new ArrayList<>(problems.stream()
                .sorted(Comparator.comparing(Problem::severity))
                .limit(MOST)
                .toList());
        kept.add(Problem.warning(
                "file", "form.many-problems", "读取任免表：共有 " + problems.size() + " 处问题，只列出 " + MOST + " 处；请先改正所列各处再导入。"));
        return kept;
    }

    private static @Nullable String name(Form form, List<Problem> problems) {
        var name = PersonName.plain(form.text(Box.NAME));
        if (name.isEmpty()) problems.add(missing(Box.NAME));
        else PersonName.check(name, "姓名", "name", problems);
        return absent(name);
    }

    private static @Nullable String sex(Form form, List<Problem> problems) {
        var text = form.text(Box.SEX);
        if (text.isEmpty()) problems.add(missing(Box.SEX));
        else if (!text.equals("男") && !text.equals("女"))
            problems.add(Problem.error(
                    "sex", "sex.unknown", "读取“性别”：填写为“" + FormDate.shortened(text) + "”，只能是“男”或“女”；请核对档案后改正。"));
        else return text;
        return null;
    }

    private static @Nullable PartialDate birth(Form form, List<Problem> problems) {
        if (form.text(Box.BIRTH).isEmpty()) problems.add(missing(Box.BIRTH));
        return date(form, Box.BIRTH, problems);
    }

    private static Problem missing(Box box) {
        return Problem.error(box.field(), "required." + box.field(), "读取“" + box.label() + "”：该栏是空的；请补填后再导入。");
    }

    private static @Nullable PartialDate date(Form form, Box box, List<Problem> problems) {
        return FormDate.read(form.text(box), box.label(), box.field(), true, problems)
                .orElse(null);
    }

    private static @Nullable String ethnicity(Form form, List<Problem> problems) {
        var text = form.text(Box.ETHNICITY);
        if (text.isEmpty() || Vocabulary.ETHNICITIES.contains(text)) return absent(text);
        var whole = Optional.of(Blanks.none(text))
                .map(each -> each.endsWith("族") ? each : each + "族")
                .filter(Vocabulary.ETHNICITIES::contains);
        problems.add(whole.map(full -> Problem.warning(
                        "ethnicity",
                        "ethnicity.short",
                        "读取“民族”：填写为“" + text + "”，应写全称“" + full + "”，已原样保留；请确认后改为“" + full + "”。"))
                .orElseGet(() -> Problem.warning(
                        "ethnicity",
                        "ethnicity.unknown",
                        "读取“民族”：填写为“" + FormDate.shortened(text) + "”，不是国家标准中的民族名称，已原样保留；请核对后改正。")));
        return text;
    }

    private static @Nullable String health(Form form, List<Problem> problems) {
        var text = form.text(Box.HEALTH);
        if (!text.isEmpty() && Vocabulary.code(text))
            problems.add(Problem.warning(
                    "health",
                    "health.code",
                    "读取“健康状况”：填写为“" + FormDate.shortened(text) + "”，像是代码而不是文字；请改为“健康”“一般”“较差”或简要说明。"));
        return absent(text);
    }

    private static void order(
            @Nullable PartialDate birth,
            @Nullable PartialDate joined,
            @Nullable PartialDate started,
            List<Problem> problems) {
        if (birth == null) return;
        if (birth.year() < 1900)
            problems.add(Problem.error(
                    "birth", "date.impossible", "核对“出生年月”：填写的 " + birth.printed() + " 早于 1900 年；请核对档案后改正。"));
        if (started != null && started.year() <= birth.year())
            problems.add(Problem.error(
                    "workStarted",
                    "date.order",
                    "核对“参加工作时间”：填写的 " + started.printed() + " 不晚于出生的 " + birth.printed() + "；请核对档案后改正其中错误的一项。"));
        if (joined != null && joined.year() <= birth.year())
            problems.add(Problem.error(
                    "partyJoined",
                    "date.order",
                    "核对“入党时间”：填写的 " + joined.printed() + " 不晚于出生的 " + birth.printed() + "；请核对档案后改正其中错误的一项。"));
    }

    private static void lengths(Form form, List<Problem> problems) {
        for (var box : Box.values()) {
            if (box.most() == 0) continue;
            var text = form.text(box);
            int length = Overlong.length(text);
            boolean judged = box == Box.SEX || box == Box.BIRTH || box == Box.WORK_STARTED;
            if (length > box.most() && !judged)
                problems.add(Problem.warning(
                        box.field(),
                        "text.too-long",
                        "读取“" + box.label() + "”：有 " + length + " 字，超过 " + box.most() + " 字，已全部保留；请精简后再呈报。"));
        }
    }

    private static FormDraft draft(
            Form form, List<Problem> problems, @Nullable String sex, @Nullable PartialDate birth) {
        for (var box : List.of(Box.AGE_REFERENCE, Box.FILLED_ON))
            FormDate.read(form.text(box), box.label(), box.field(), false, problems);
        retirement(form, sex, birth, problems);
        return new FormDraft(
                text(form, Box.PROPOSED_POST),
                text(form, Box.PROPOSED_REMOVAL),
                text(form, Box.REASON),
                text(form, Box.SUBMITTED_BY),
                text(form, Box.RETIREMENT_MONTH),
                text(form, Box.FORMER_AGE_LIMIT),
                text(form, Box.AGE_REFERENCE),
                text(form, Box.FILLED_ON),
                text(form, Box.FILLED_BY),
                text(form, Box.VERSION),
                form.unknown(),
                form.withoutPhoto().elements());
    }

    /** The month a form since 2025 states, held against what the birth and the limit stated beside it give. */
    private static void retirement(
            Form form, @Nullable String sex, @Nullable PartialDate birth, List<Problem> problems) {
        var limit = form.text(Box.FORMER_AGE_LIMIT);
        var stated = FormDate.read(form.text(Box.RETIREMENT_MONTH).replaceAll("[（(].*$", ""));
        if (birth == null || stated.isEmpty() || stated.get().month() == 0 || Retirement.passed(limit)) return;
        var due = Retirement.of(
                Sex.read(sex).orElse(null), birth, Retirement.Standing.of(null, List.of(form.text(Box.TITLE))), limit);
        var month = YearMonth.from(stated.get().firstDay());
        if (month.isBefore(due.earliest()) || month.isAfter(due.latest()))
            problems.add(Problem.warning(
                    "retirementMonth",
                    "retirement.differs",
                    "核对“到龄年月”：填写的是 %s，按出生年月和界限推算是 %s，已原样保留；请核对，属于弹性提前或延迟的不必改动。"
                            .formatted(stated.get().printed(), due.printed())));
    }

    private static @Nullable String text(Form form, Box box) {
        return absent(box.lines() ? TextLines.of(form.text(box)) : form.text(box));
    }

    private static @Nullable String absent(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The resume as the sheet shows it. */
    private static final class Careers {

        static List<Career> of(Resume resume) {
            var career = new ArrayList<Career>();
            for (var entry : resume.entries()) {
                switch (entry) {
                    case Resume.Segment each -> {
                        career.add(new Career(each.from(), each.to(), each.text(), each.line(), false));
                        career.addAll(meanwhile(each.meanwhile()));
                    }
                    case Resume.Aside each -> career.addAll(meanwhile(each.meanwhile()));
                    case Resume.Closing _, Resume.Caption _, Resume.Unread _ -> {}
                }
            }
            return career;
        }

        private static List<Career> meanwhile(List<Resume.Meanwhile> periods) {
            return periods.stream()
                    .map(each -> new Career(each.from(), each.to(), each.text(), each.line(), true))
                    .toList();
        }

        static List<Unread> unread(Resume resume) {
            var unread = new ArrayList<Unread>();
            for (var entry : resume.entries()) {
                if (entry instanceof Resume.Unread each) unread.add(new Unread(each.line(), each.text()));
                if (entry instanceof Resume.Closing each) unread.add(new Unread(each.line(), each.text()));
            }
            return unread;
        }

        static void check(Resume resume, List<Problem> problems) {
            for (var entry : resume.entries()) {
                if (entry instanceof Resume.Unread each)
                    warn(
                            problems,
                            "career.unread",
                            "第 " + each.line() + " 行“" + FormDate.shortened(each.text()) + "”"
                                    + (each.dated() ? "的起止年月不完整或历法上不存在" : "不以起止年月开头")
                                    + "，已按原文保留为未识别行；请按“1990.09--1994.07  内容”的形式改正。");
                if (entry instanceof Resume.Segment each) segment(each, problems);
            }
            for (var each : resume.breaches()) breach(each, problems);
        }

        private static void segment(Resume.Segment each, List<Problem> problems) {
            if (each.text().isEmpty()) warn(problems, "career.wordless", "第 " + each.line() + " 行只有起止年月，没有内容；请核对并补填。");
            else if (Asides.loosePeriod(each.text()))
                warn(problems, "career.second-period", "第 " + each.line() + " 行一段之内又有起止年月，已按一段读取；请核对是否应当另起一行或写为“其间”。");
            var from = each.from();
            var to = each.to();
            if (from != null && to != null && to.dayAfter().compareTo(from.firstDay()) <= 0)
                warn(
                        problems,
                        "career.reversed",
                        "第 " + each.line() + " 行的截止 " + to.printed() + " 早于起始 " + from.printed() + "，已按原文保留；请核对后改正。");
        }

        private static void breach(Resume.Breach each, List<Problem> problems) {
            var where = "第 " + each.before().line() + " 行与第 " + each.after().line() + " 行之间";
            if (each.gap()) warn(problems, "career.gap", where + "有一个月以上的空档；请核对并补填这段经历。");
            else warn(problems, "career.overlap", where + "时间重叠；请核对起止年月，或将后者改为“其间”。");
        }

        private static void warn(List<Problem> problems, String code, String what) {
            problems.add(Problem.warning("career", code, "读取简历：" + what));
        }
    }
}

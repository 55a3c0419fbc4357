package huoshui.interchange.form;

import huoshui.interchange.form.CareerReading.Position;
import huoshui.interchange.form.CareerReading.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words of one stretch being read: brackets, enumerations, verbs and carried units. 经历用语识读
 *
 * <p>Units gather until a post is met; a post with no unit of its own is left without one.
 */
final class StretchWords {

    private static final Pattern ASIDE = Pattern.compile("^\\s*(?:其间|期间|其中)|^\\s*\\d{4}\\s*[.年/-]\\s*\\d{1,2}");
    private static final Pattern BARE_LABEL = Pattern.compile("[，,；;。\\s]?(?:其间|期间)[:：].*$", Pattern.DOTALL);
    private static final Pattern LEVEL =
            Pattern.compile("^(?:降为|明确为?|保留|定为|任|为|系)?([正副](?:科|处|县|厅|局|股|乡|营|团|连)级)(?:实职|领导干部|干部|领导职务|非领导职务|职务)?$");
    private static final String VERBS =
            "至今|到现在|现在|\\d{4}年\\d{1,2}月|经?公开(?:选拔|遴选|招聘|招考|考试)(?:为|到|任)?|通过公开遴选|公推直选为|遴选(?:到|至|为)|考入|考录(?:为|到)|考取|考调(?:到|至)?|商调(?:到|至)?"
                    + "|(?:定向)?招录(?:为|到)|录用(?:为|到)|(?:毕业)?分配(?:到|至|在)|分到|转业(?:安置)?(?:到|至)?|退伍安置到|复员(?:安置)?到|安置(?:到|至)|招工(?:到|进|至)|招干到|招聘(?:到|为)|应聘(?:到|为|至)?|入职"
                    + "|进入|调任|调到|调至|调入|调往|调(?!研)|(?:组织)?选派(?:到|至|赴)?|下派(?:到|至)?|派驻|派往|抽调(?:到|至|参加)?|抽到|抽(?:到|至)|借调(?:到|至)?|借用(?:到|至)|对口支援|下沉到?|挂职(?:担任|任|于|到|在)?|挂任|兼任|兼"
                    + "|跟班学习(?:于|到|在)|引进人才|大学生村官|选调生|三支一扶|西部计划|特岗教师|应征入伍|入伍|援藏|援疆|援青|现任|曾任|先后(?:在|任|担任)|历任|担任|受?聘(?:任)?为|聘任|选举(?:为|任)|当选为?|转任|提任|提拔(?:为|任)|晋升为|改任|升任"
                    + "|被?任命为|退休返聘|返聘|交流(?:到|任|至)|轮岗(?:到|至)|任职于|就职于|供职于|工作于|就读于|毕业于|仍任|继续任|续任|连任|并任|后任|再任|后在|脱产到|前往|回到|返回|回"
                    + "|参加|任(?!职)|在|到|赴|于|从|为";
    private static final Pattern LEAD = Pattern.compile("^(?:(?:" + VERBS + ")[，,：:、\\s]*)+");
    private static final Pattern TO_POST = Pattern.compile("^(.+?)[，,]?\\s*(?:挂职任|挂任|挂职担任|担任|兼任|现任|当选为|聘为|当|任)(.+)$");
    private static final Pattern WORKED =
            Pattern.compile("(?:从事.{0,8}工作|帮助工作|工作|任教|执教|教书|从教|参加劳动|劳动|插队落户|插队|锻炼|服役|服兵役|跟班学习|实习|见习|任职|供职)$");
    private static final Pattern RETIRED = Pattern.compile("^(?:提前)?(?:退休|离休|离职休养|退居二线|退二线|内退|办理退休)|(?:退休|离休)$");
    private static final Pattern LEAVE = Pattern.compile("病休|病假|因病|生病|住院|休养|产假|离岗");
    private static final Pattern WAITING = Pattern.compile("待分配|待业|待安置|求职|待安排|待岗");
    private static final Pattern OTHER = Pattern.compile("务农|经商|创业|停薪留职|下海|打工|自由职业|劳动$|个体");
    private static final Pattern ARMY = Pattern.compile("部队|某(?:团|旅|部|师|场站|基地|支队|连|营)|应征入伍|服役|第二炮兵|边防|解放军|武警");
    private static final Pattern SECONDMENT = Pattern.compile("挂职|挂任|援藏|援疆|援青|下派|选派|抽调|抽到|借调|跟班学习|驻村|帮助工作");
    private static final Pattern STUDYING = Pattern.compile(
            "(?:学习|进修|就读|攻读.*|读书|学生|本科生|研究生|学员|毕业|专业|函授|自学|培训|高中|中专|大专|本科|访问学者|访学|深造|求学|留学|读研|脱产学习|[^领]班|学位|在读|预科|教育)$");
    private static final Pattern UNIT = Pattern.compile(
            "(?:[局委办部院校厂镇乡村站所队室科股处会组社行台馆园团矿场店院庭区县市州省系段库]|政府|街道|公司|中心|集团|基地|政协|人大|法院|检察院|大学|党委|党组|支部|总支|工会)$");
    private static final String SCHOOL =
            "高等专科学校|专科学校|师范学校|党校|学校|大学|学院|中学|小学|完小|师范(?![大学高专])|师专|医专|农专|工专|财专|商专|电大|夜大|职大|职中|职高|技校|卫校|农校|财校|商校|警校|军校|体校|[一二三四五六七八九十]中|研究院|干校|研修院";
    private static final Pattern SCHOOLED = Pattern.compile("^(.*?(?:" + SCHOOL + "))(函授学院|函授分院|继续教育学院)?");
    private static final Pattern SEPARATED = Pattern.compile("[、，,；;。/→+＋|]|(?<=[^、，,；;\\s])兼任?(?=[^职])|[\\s　]+");

    private final List<Position> positions = new ArrayList<>();
    private final String plain;
    private Sort sort = Sort.WORK;
    private String pending = "";

    StretchWords(String text) {
        var words = BARE_LABEL.matcher(outsideAsides(text)).replaceFirst("");
        this.plain = Blanks.trim(words).replaceAll("[。．.；;，,]+$|^[月日][\\s　]+", "");
        var told = LEAD.matcher(withoutNotes(plain)).replaceFirst("");
        this.sort = sortOf(withoutNotes(plain), told);
        if (sort == Sort.STUDY) study(told);
        else if (sort == Sort.RETIRED || sort == Sort.LEAVE || sort == Sort.WAITING || sort == Sort.OTHER)
            nothing(told);
        else posts();
    }

    Sort sort() {
        return sort;
    }

    List<Position> positions() {
        return positions;
    }

    private static Sort sortOf(String words, String told) {
        if (RETIRED.matcher(words).find() && !words.contains("返聘")) return Sort.RETIRED;
        boolean army = ARMY.matcher(words).find();
        if (SECONDMENT.matcher(words).find()) return Sort.SECONDMENT;
        boolean post = PostWords.begin(Blanks.none(told)) >= 0;
        if (!post && LEAVE.matcher(words).find()) return Sort.LEAVE;
        if (!post && WAITING.matcher(words).find()) return Sort.WAITING;
        if (studies(Blanks.none(told), post)) return Sort.STUDY;
        if (!post && OTHER.matcher(words).find()) return Sort.OTHER;
        return army ? Sort.ARMY : Sort.WORK;
    }

    private static boolean studies(String told, boolean post) {
        if (told.endsWith("工作")) return false;
        boolean school = SCHOOLED.matcher(told).find();
        if (STUDYING.matcher(told).find() && (school || told.endsWith("学习") || told.contains("班"))) return true;
        if (post || !school) return false;
        return told.matches(".*(?:专业|攻读|学习|进修|函授|研究生|本科|硕士|博士|学历|培训|读[^书]).*")
                || told.matches(".*(?:大学|学院|师范学校|专科学校).{1,12}(?:学|法|教育|管理|工程|技术)");
    }

    private void study(String told) {
        var school = SCHOOLED.matcher(Blanks.none(told).replaceAll("[，,]", ""));
        positions.add(new Position(school.find() ? school.group() : null, null, null, List.of()));
    }

    private void nothing(String told) {
        var unit = Pattern.compile("^(.+?(?:公社.{2,4}大队|公社|大队|村|镇|乡|局|公司|厂))").matcher(told);
        if (sort == Sort.OTHER && unit.find()) positions.add(new Position(unit.group(1), null, null, List.of()));
    }

    private void posts() {
        int from = 0;
        var words = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (PostReader.OPEN.indexOf(c) >= 0) {
                piece(words.append(plain, from, i).toString());
                words.setLength(0);
                int end = PostReader.closing(plain, i);
                note(plain.substring(i + 1, Math.min(end, plain.length())));
                i = end;
                from = Math.min(end + 1, plain.length());
            }
        }
        if (from < plain.length()) piece(plain.substring(from));
        finish();
    }

    private void piece(String text) {
        int from = 0;
        var separated = SEPARATED.matcher(text);
        while (separated.find()) {
            chunk(text.substring(from, separated.start()), separated.group());
            from = separated.end();
        }
        chunk(text.substring(from), "");
    }

    private void chunk(String raw, String separator) {
        var words = Blanks.none(raw);
        if (words.isEmpty()) return;
        var treatment = words.matches("享受.*(?:级|待遇)") || words.matches("(?:主持|负责).*工作|试用期.*|明确为.*级|不驻会");
        if (treatment) {
            note(words);
            return;
        }
        var told = LEAD.matcher(words).replaceFirst("");
        if (told.isEmpty() || told.matches(".*(?:选调生|大学生村官|三支一扶人员)")) return;
        var level = LEVEL.matcher(told);
        if (level.matches()) {
            note(told);
            return;
        }
        if (WORKED.matcher(told).find()) {
            var unit = WORKED.matcher(told).replaceFirst("");
            var to = TO_POST.matcher(unit);
            pending += to.matches() ? to.group(1) : unit.replaceAll("(?:参加|从事)$", "");
            return;
        }
        var to = TO_POST.matcher(told);
        if (to.matches()
                && PostWords.begin(to.group(2)) >= 0
                && to.group(1).length() > 1
                && !to.group(1).endsWith("主")
                && !to.group(1).endsWith("责")) {
            pending += to.group(1);
            told = LEAD.matcher(to.group(2)).replaceFirst("");
        }
        int at = PostWords.begin(told);
        if (at < 0 && separated(separator) && !UNIT.matcher(told).find()) note(told);
        else if (at < 0) pending += told;
        else add(told.substring(0, at), told.substring(at));
    }

    private static boolean separated(String separator) {
        return !Blanks.isBlank(separator);
    }

    private void add(String unit, String post) {
        var whole = pending + unit;
        pending = "";
        positions.add(new Position(whole.isEmpty() ? null : whole, post, null, List.of()));
    }

    private void note(String content) {
        if (ASIDE.matcher(content).find()) return;
        var words = Blanks.none(content);
        if (words.isEmpty() || (positions.isEmpty() && pending.isEmpty())) return;
        if (words.matches("挂职|兼|兼职|挂任|援藏|援疆")) {
            if (words.startsWith("挂") || words.startsWith("援")) sort = Sort.SECONDMENT;
            return;
        }
        if (positions.isEmpty() || !pending.isEmpty()) finish();
        if (positions.isEmpty()) return;
        int last = positions.size() - 1;
        var held = positions.get(last);
        var level = LEVEL.matcher(words);
        var notes = new ArrayList<>(held.notes());
        if (!level.matches()) notes.add(words);
        positions.set(
                last, new Position(held.unit(), held.post(), level.matches() ? level.group(1) : held.level(), notes));
    }

    private void finish() {
        if (!pending.isEmpty()) positions.add(new Position(pending, null, null, List.of()));
        pending = "";
    }

    static String withoutNotes(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (PostReader.OPEN.indexOf(text.charAt(i)) >= 0) i = PostReader.closing(text, i);
            else out.append(text.charAt(i));
        }
        return Blanks.trim(out.toString());
    }

    private static String outsideAsides(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (PostReader.OPEN.indexOf(text.charAt(i)) >= 0) {
                int end = PostReader.closing(text, i);
                if (ASIDE.matcher(text.substring(i + 1, end)).find()) {
                    i = end;
                    continue;
                }
            }
            out.append(text.charAt(i));
        }
        return out.toString();
    }
}

package huoshui.interchange.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Forms as many hands would leave them, from a seed; nobody in them exists. 合成样本 */
public final class Corpus {

    static final String[] DATES = {
        "19840303",
        "198403",
        "1984",
        "1984春",
        "1984夏",
        "1984秋",
        "1984冬",
        "1984初",
        "1984中",
        "1984底",
        "1984.03",
        "1984-03",
        "1984.3",
        "19840300",
        "１９８４０３",
        "1984年3月",
        " 198403 ",
        ""
    };
    static final String[] PARTIES = {
        "20020303",
        "200203",
        "200203；民盟",
        "200203；民盟；民革",
        "无党派",
        "无党派；",
        "民盟；",
        "民盟",
        "民盟；民革",
        "民盟；民革；九三学社",
        "(民建)",
        "(民建、民盟)",
        "民建2001.08",
        "2001.08",
        "民建(2001.08)",
        "2001.08;九三",
        "（民盟、民革）",
        "民盟、民革（2002.03）",
        ""
    };
    private static final String[] DASHES = {"--", "—", "——", "-", "－－", "～", "至"};
    private static final String[] OPEN_ENDS = {"今", "至今", "         ", ""};
    private static final String[] GAPS = {"  ", " ", "\t", "　", ""};
    private static final String[] BREAKS = {"\n", "\r\n", "\r"};
    private static final String[] WORDS = {
        "示例市规划局科员", "示范县人民政府办公室副主任（正科级）", "示例大学经济系学习", "某&某公司<筹>经理", "𠮷林示范区 R&D 中心主任"
    };

    private final Random random;

    private Corpus(long seed) {
        this.random = new Random(seed);
    }

    public static List<byte[]> files(long seed, int count) {
        var corpus = new Corpus(seed);
        var files = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) files.add(corpus.file());
        return files;
    }

    static List<String> resumes(long seed, int count) {
        var corpus = new Corpus(seed);
        var resumes = new ArrayList<String>();
        for (int i = 0; i < count; i++) resumes.add(corpus.resume());
        return resumes;
    }

    private String any(String... of) {
        return of[random.nextInt(of.length)];
    }

    private byte[] file() {
        var out = new StringBuilder(any("", "\uFEFF")).append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Person>");
        for (var box : Box.values()) {
            if (box.newIn2025() && random.nextBoolean()) continue;
            if (random.nextInt(40) == 0) out.append("\n  <WeiZhi a=\"1\">未知&amp;<B/></WeiZhi>");
            out.append("\n  ");
            if (box == Box.FAMILY) family(out);
            else element(out, box.element(), text(box));
        }
        var text = out.append("\n</Person>").toString();
        return (random.nextBoolean() ? text : text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
    }

    private void element(StringBuilder out, String name, String text) {
        if (text.isEmpty())
            out.append(any("<X></X>", "<X/>", "<X />", "<X>\n  </X>").replace("X", name));
        else
            out.append('<')
                    .append(name)
                    .append('>')
                    .append(escaped(text))
                    .append("</")
                    .append(name)
                    .append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private void family(StringBuilder out) {
        out.append("<JiaTingChengYuan>");
        for (int i = random.nextInt(13); i > 0; i--) {
            out.append("\n    <Item>");
            element(out, "ChengWei", any("妻子", "长子", "父亲", "岳母", ""));
            element(out, "XingMing", any("赵示例", "钱 示", "阿依古丽.示例", ""));
            element(out, "ChuShengRiQi", any(DATES));
            element(out, "ZhengZhiMianMao", any("群众", "中共党员", "01", ""));
            element(out, "GongZuoDanWeiJiZhiWu", any("示例厂职工（已退休）", "已去世", ""));
            out.append("</Item>");
        }
        out.append("</JiaTingChengYuan>");
    }

    private String text(Box box) {
        return switch (box) {
            case NAME -> any("林示例", "欧阳 示例", "买买提。示例", "阿不都•示例");
            case SEX -> any("男", "女", "1", "");
            case BIRTH, WORK_STARTED, AGE_REFERENCE, FILLED_ON -> any(DATES);
            case ETHNICITY -> any("汉族", "汉", "维吾尔族", "99");
            case PARTY -> any(PARTIES);
            case RESUME -> resume();
            case ID_NUMBER -> any("", "11010519491231002X", "11010519491231002x", "110105491231002", "123");
            case PHOTO -> any("", "/9j/4AAQSkZJRg==", "\n/9j/4AAQ\nSkZJRg==\n");
            case VERSION -> any("3.2.1.6", "3.2.1.16", "");
            default -> any("", any(WORDS), any(WORDS) + "\n" + any(WORDS), " " + any(WORDS) + "\n");
        };
    }

    private String resume() {
        var out = new StringBuilder(any("", "", "\n", "简历\n"));
        int month = 1985 * 12 + random.nextInt(60);
        var lineBreak = any(BREAKS);
        for (int i = random.nextInt(12); i > 0; i--) {
            int next = month + 6 + random.nextInt(60);
            out.append(month(month)).append(any(DASHES));
            out.append(i == 1 ? any(OPEN_ENDS) : month(next)).append(any(GAPS)).append(any(WORDS));
            if (random.nextInt(4) == 0) out.append(meanwhile(month, random.nextInt(2)));
            if (random.nextInt(4) == 0)
                out.append(lineBreak)
                        .append(any("", "  ", "\t", "                  "))
                        .append(any(WORDS));
            out.append(lineBreak);
            if (random.nextInt(8) == 0) out.append(meanwhile(month, 0)).append(lineBreak);
            if (random.nextInt(12) == 0)
                out.append(any("1990.13--1991.01 误", "1995.05 入党", "续行")).append(lineBreak);
            month = next;
        }
        if (random.nextInt(4) == 0) out.append(lineBreak).append("第十二届示例市政协委员");
        return out.toString();
    }

    private String meanwhile(int month, int depth) {
        var bracket = any("（其间：", "(其间:", "（", "[其间:");
        var inner = month(month + 1) + any(DASHES) + month(month + 4) + any(GAPS) + "挂职锻炼"
                + (depth > 0 ? meanwhile(month + 2, depth - 1) : "");
        return bracket
                + inner
                + any("", "；" + month(month + 4) + "--" + month(month + 5) + "  党校学习")
                + any("）", ")", "");
    }

    private String month(int month) {
        int year = month / 12;
        int of = month % 12 + 1;
        return any("%d.%02d", "%d.%02d", "%d.%d", "%d．%02d", "%d年%d月").formatted(year, of);
    }
}

package huoshui.demo;

import huoshui.assessment.Given;
import huoshui.assessment.Instrument;
import huoshui.assessment.Instrument.Sign;
import huoshui.assessment.Item;
import huoshui.assessment.OpenRound;
import huoshui.assessment.PastRounds.Paper;
import huoshui.assessment.VoiceSheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Papers of a round as voters of the made-up city fill them in: each subject with its own strengths, each voice with its own eye. 示例票 */
final class DemoPapers {

    private static final double RETURNED = 0.93;
    private static final double UNKNOWN = 0.05;

    /** What voters told, and how their editor put it. */
    private static final Map<String, String> TOLD = Map.of(
            "防汛值班那几天他把事推给别的科室，说不归口，耽误了半天", "一次防汛值守中有推诿，影响处置时间",
            "开会传达文件照着念，问他怎么落实就说等等看", "传达上级部署后落实举措不够具体",
            "碰到有矛盾的拆迁户，让年轻同志去，自己不到场", "遇到矛盾较多的群众工作，到一线不够",
            "请假外出没有按规定报告，过后才补的手续", "有一次外出未事先报告，事后补办",
            "理论学习笔记是让办公室代写的，自己没看", "个人自学不够，有学习材料由他人代做的情形",
            "会上不表态，会后在走廊里另说一套", "民主讨论时意见表达不充分，会后另有议论");

    private static final List<String> WORDS = TOLD.keySet().stream().sorted().toList();

    private final Instrument instrument;
    private final List<UUID> about;
    private final Dice dice;

    DemoPapers(Instrument instrument, List<UUID> about, Dice dice) {
        this.instrument = instrument;
        this.about = about;
        this.dice = dice;
    }

    static String paraphrase(String told) {
        return Objects.requireNonNullElse(TOLD.get(told), "反映的情况已核对，按原意转述");
    }

    List<Paper> of(List<OpenRound.Group> groups) {
        var good = about.stream().collect(Collectors.toMap(each -> each, each -> 0.7 + dice.normal() * 0.6));
        var papers = new ArrayList<Paper>();
        for (var group : groups)
            for (int i = 0; i < Objects.requireNonNullElse(group.heads(), 0); i++) {
                if (!dice.chance(RETURNED)) continue;
                double eye = dice.normal() * 0.5;
                papers.add(new Paper(
                        group.voice(),
                        about.stream()
                                .map(each -> sheet(each, good.getOrDefault(each, 0.0) + eye))
                                .toList()));
            }
        return papers;
    }

    private VoiceSheet sheet(UUID subject, double good) {
        var answers = new HashMap<String, Given>();
        for (var item : instrument.items())
            if (item instanceof Item.Rating rating)
                answers.put(rating.stem().code(), grade(rating, good + dice.normal() * 0.7));
        return new VoiceSheet(subject, answers);
    }

    private Given grade(Item.Rating rating, double good) {
        var says = rating.scale().stream().filter(each -> each.points() != null).toList();
        boolean positive = instrument.dimensions().stream()
                .filter(each -> each.code().equals(rating.stem().dimension()))
                .allMatch(each -> each.sign() == Sign.POSITIVE);
        // Scales go from the best to the worst; what is negative is seen seldom.
        int step = positive
                ? (good > 1 ? 0 : good > 0 ? 1 : good > -1.6 ? 2 : 3)
                : (good > -0.4 ? 0 : good > -1.2 ? 1 : 2);
        var grade = dice.chance(UNKNOWN) ? rating.scale().getLast() : says.get(Math.min(step, says.size() - 1));
        return new Given(grade.word(), null, null, null, grade.adverse() ? dice.pick(WORDS) : null, null);
    }
}

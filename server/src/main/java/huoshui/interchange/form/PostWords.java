package huoshui.interchange.form;

import java.util.regex.Pattern;

/** Where in a few printed words the post begins: the words posts end with, and what may stand before them. 职务用语 */
final class PostWords {

    private static final String BEFORE = "(?:(?:常务|第一|名誉|专职|兼职|执行|高级|特级|首席|见习|助理|代理|科技|驻村|一级|二级|三级|四级|正高级|副高级"
            + "|[正副][科处县厅局股]级|代(?=[局院校县市区镇乡部主检所站科])|副))*";

    private static final String WORDS = "部务委员|室务委员|组织委员|宣传委员|纪检委员|政法委员|统战委员|主任委员|审判委员会专职委员|审委会委员|检委会委员|委员|常委|主委"
            + "|秘书长|主任科员|调研员|巡视员|科员|办事员|干事|书记员|书记|主席|主任|部长|厅长|司长|局长|处长|科长|股长|所长|院长|校长|园长|县长|市长|区长|镇长|乡长|村长|州长|省长"
            + "|检察长|检察官|检察员|审判长|审判员|执行员|法警|法官|庭长|关长|行长|社长|馆长|台长|站长|场长|厂长|矿长|段长|班长|排长|连长|营长|团长|旅长|组长|队长|会长|理事长|董事长|监事长|船长"
            + "|支队长|大队长|中队长|小队长|工作队长|总队长|督察长|监狱长|总监|总裁|总经理|经理|董事|监事|理事|法定代表人|负责人|总工程师|总审计师|总会计师|总农艺师|总规划师|总经济师|总畜牧师|总编辑|主编|编辑|记者|主播"
            + "|车间主任|教导主任|教务主任|班主任|年级主任|教研组长|年级组长|教导员|指导员|政委|政治委员|参谋|参谋长|战士|给养员|文书|卫生员|通信员|司务长"
            + "|工程师|经济师|会计师|审计师|农艺师|畜牧师|兽医师|统计师|政工师|技师|药师|医师|护师|医生|护士|教师|讲师|助教|教授|研究员|实验师|辅导员|教研员|馆员|法医"
            + "|会计|出纳|统计|保管员|营业员|业务员|技术员|驾驶员|打字员|组织员|协管员|联络员|宣传员|资料员|检验员|化验员|炊事员|管理员|监察专员|专员|巡察专员|工作员|工作人员|试用人员|借用人员|人员"
            + "|见习干部|管教干部|一般干部|干部|公务员|职员|员工|雇员|工人|学徒|主管|主办|管培生|民警|交警|干警|警员|村官|知青|支书|村主任|会计员|成员|代表|专干|文员|秘书|助理员|服务员|督导|督学|主持人|策划|设计师|农民技术员|团支书|人民陪审员|代课教师|民办教师"
            + "|新农村建设指导员|驻村第一书记|第一书记|纪检员|监察员|检查员|稽查员|征管员|信贷员|柜员|客户经理|护士长|主治医师|住院医师|警长|高级警长|律师|顾问|老师|实习生|见习生|学徒工|临时工|合同工|电工|钳工|车工"
            + "|司机|采购员|调度员|质检员|播音员|放映员|农技员|护林员|机要员|档案员|收发员|通讯员|勤务员|统计员|测量员|施工员|安全员|预算员|监理员|出纳员|协理员|特派员|值班员|巡逻员|网格员|社工|志愿者"
            + "|军医|司令员|士官|学兵|副连职干部|正连职干部|副营职干部|正营职干部|副团职干部|正团职干部|法官助理|检察官助理|博士后|研究实习员|学科带头人|带头人|技术骨干|业务骨干|工作队队员|队员|组员|站员|园艺师|规划师|建造师|设计员"
            + "|候补委员|纪检组长|县长助理|市长助理|检察长助理|执行董事|独立董事|合伙人|首席专家|首席执行官|党代表|选调生干部|大学生村官|代镇长|代乡长|代县长|机关干部|中层干部|后备干部|干警|协警|辅警|教学点负责人|负责人";

    private static final String AFTER = "(?:助理)?";

    private static final Pattern TAIL =
            Pattern.compile("(" + BEFORE + "(?:" + WORDS + "|[一-龥]长|[一-龥]{2}[员师])" + AFTER + ")$");
    private static final Pattern WHOLE = Pattern.compile("(?:试用期)?" + BEFORE + "(?:" + WORDS + ")" + AFTER);
    private static final String[] LONG = {
        "村主任助理",
        "车间副主任",
        "车间主任",
        "新农村建设指导员",
        "驻村第一书记",
        "第一书记",
        "书记助理",
        "主任助理",
        "局长助理",
        "镇长助理",
        "乡长助理",
        "总经理助理",
        "院长助理",
        "科技副镇长",
        "科技副乡长",
        "管教干事",
        "监察专员",
        "试用期公务员",
        "见习干部",
        "组织委员",
        "宣传委员",
        "部务委员",
        "主任委员",
        "业务主管"
    };

    private PostWords() {}

    /** Where the post begins, or -1 when the words name none. */
    static int begin(String words) {
        for (var each : LONG) {
            if (words.endsWith(each)) return before(words, words.length() - each.length());
        }
        // a working group's member is named by the group, a party group's is not
        if (words.endsWith("组成员") && !words.endsWith("党组成员") && words.length() > 5) return words.length() - 5;
        // the longest tail wins: the earliest place from which the rest is a post
        int from = Math.max(0, words.length() - 24);
        for (int at = from; at < words.length(); at++) {
            if (WHOLE.matcher(words).region(at, words.length()).matches()) return at;
        }
        var tail = TAIL.matcher(words);
        return tail.find() ? tail.start(1) : -1;
    }

    private static int before(String words, int at) {
        for (var each : new String[] {"副科级", "正科级", "副"}) {
            if (at >= each.length() && words.startsWith(each, at - each.length()) && words.startsWith("组织员", at))
                return at - each.length();
        }
        return at;
    }

    static boolean isPost(String words) {
        return WHOLE.matcher(words).matches();
    }
}

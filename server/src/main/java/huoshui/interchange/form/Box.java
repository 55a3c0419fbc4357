package huoshui.interchange.form;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The boxes of the form in file order. 栏目
 *
 * <p>Each knows its element name, its Chinese label, the sheet or draft field it feeds, how many characters the official
 * editor allows (0 = no limit stated) and whether line breaks are allowed.
 */
public enum Box {
    NAME("XingMing", "姓名", "name", 18, false),
    SEX("XingBie", "性别", "sex", 1, false),
    BIRTH("ChuShengNianYue", "出生年月", "birth", 8, false),
    ETHNICITY("MinZu", "民族", "ethnicity", 18, false),
    NATIVE_PLACE("JiGuan", "籍贯", "nativePlace", 18, false),
    BIRTH_PLACE("ChuShengDi", "出生地", "birthPlace", 18, false),
    PARTY("RuDangShiJian", "入党时间", "partyJoined", 18, false),
    WORK_STARTED("CanJiaGongZuoShiJian", "参加工作时间", "workStarted", 8, false),
    RETIREMENT_MONTH("DaoLingNianYue", "到龄年月", "retirementMonth", 0, false),
    HEALTH("JianKangZhuangKuang", "健康状况", "health", 18, false),
    TITLE("ZhuanYeJiShuZhiWu", "专业技术职务", "title", 90, false),
    EXPERTISE("ShuXiZhuanYeYouHeZhuanChang", "熟悉专业有何专长", "expertise", 110, false),
    FULLTIME_LEVEL("QuanRiZhiJiaoYu_XueLi", "全日制教育学历", "education", 54, false),
    FULLTIME_DEGREE("QuanRiZhiJiaoYu_XueWei", "全日制教育学位", "education", 54, false),
    FULLTIME_LEVEL_SCHOOL("QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi", "全日制学历毕业院校系及专业", "education", 90, false),
    FULLTIME_DEGREE_SCHOOL("QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi", "全日制学位毕业院校系及专业", "education", 90, false),
    INSERVICE_LEVEL("ZaiZhiJiaoYu_XueLi", "在职教育学历", "education", 54, false),
    INSERVICE_DEGREE("ZaiZhiJiaoYu_XueWei", "在职教育学位", "education", 54, false),
    INSERVICE_LEVEL_SCHOOL("ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi", "在职学历毕业院校系及专业", "education", 90, false),
    INSERVICE_DEGREE_SCHOOL("ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi", "在职学位毕业院校系及专业", "education", 90, false),
    CURRENT_POST("XianRenZhiWu", "现任职务", "currentPost", 324, false),
    PROPOSED_POST("NiRenZhiWu", "拟任职务", "proposedPost", 324, false),
    PROPOSED_REMOVAL("NiMianZhiWu", "拟免职务", "proposedRemoval", 324, false),
    RESUME("JianLi", "简历", "career", 2500, true),
    REWARDS("JiangChengQingKuang", "奖惩情况", "rewards", 552, true),
    ASSESSMENTS("NianDuKaoHeJieGuo", "年度考核结果", "assessments", 414, true),
    REASON("RenMianLiYou", "任免理由", "reason", 552, true),
    FAMILY("JiaTingChengYuan", "家庭主要成员及重要社会关系", "family", 0, false),
    SUBMITTED_BY("ChengBaoDanWei", "呈报单位", "submittedBy", 252, true),
    FORMER_AGE_LIMIT("GaiGeQianRenZhiNianLingJieXian", "改革前任职年龄界限", "formerAgeLimit", 0, false),
    AGE_REFERENCE("JiSuanNianLingShiJian", "计算年龄时间", "ageReference", 8, false),
    FILLED_ON("TianBiaoShiJian", "填表时间", "filledOn", 8, false),
    FILLED_BY("TianBiaoRen", "填表人", "filledBy", 18, false),
    ID_NUMBER("ShenFenZheng", "身份证号", "idNumber", 0, false),
    PHOTO("ZhaoPian", "照片", "photo", 0, false),
    VERSION("Version", "版本", "version", 0, false);

    private static final Map<String, Box> BY_ELEMENT = new HashMap<>();

    static {
        for (var each : values()) BY_ELEMENT.put(each.element, each);
    }

    private final String element;
    private final String label;
    private final String field;
    private final int most;
    private final boolean lines;

    Box(String element, String label, String field, int most, boolean lines) {
        this.element = element;
        this.label = label;
        this.field = field;
        this.most = most;
        this.lines = lines;
    }

    public static Optional<Box> of(String element) {
        return Optional.ofNullable(BY_ELEMENT.get(element));
    }

    public String element() {
        return element;
    }

    public String label() {
        return label;
    }

    public String field() {
        return field;
    }

    /** Characters allowed by the official editor; 0 when it states none. */
    public int most() {
        return most;
    }

    /** Whether line breaks are allowed. */
    public boolean lines() {
        return lines;
    }

    /** Only forms of 2025 and later have it. */
    public boolean newIn2025() {
        return this == RETIREMENT_MONTH || this == FORMER_AGE_LIMIT;
    }
}

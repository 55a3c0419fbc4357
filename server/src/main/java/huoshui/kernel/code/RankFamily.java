package huoshui.kernel.code;

/** The ladder a rank is a rung of. 职级序列 */
public enum RankFamily {
    GENERAL("综合管理类公务员职级"),
    PROFESSIONAL("专业技术类公务员职级"),
    ENFORCEMENT("行政执法类公务员职级"),
    JUDGE("法官等级"),
    PROSECUTOR("检察官等级"),
    POLICE_TECHNICAL("警务技术职级"),
    POLICE_OFFICER("执法勤务警员职级"),
    INSTITUTION_STAFF("事业单位管理岗位职员等级"),
    BEFORE_2019("县以下机关公务员职级（2015 年旧制）"),
    OTHER("其他");

    private final String title;

    RankFamily(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}

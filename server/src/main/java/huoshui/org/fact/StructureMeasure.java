package huoshui.org.fact;

/** What can be wished of the make-up of a team. 结构指标 */
public enum StructureMeasure {
    MEAN_AGE("平均年龄", true),
    UNDER_35("35 岁以下", false),
    UNDER_40("40 岁以下", false),
    UNDER_45("45 岁以下", false),
    OVER_55("55 岁以上", false),
    WOMEN("女干部", false),
    NON_PARTY("非中共党员", false),
    MINORITY("少数民族", false),
    FULL_TIME_POSTGRADUATE("全日制研究生", false),
    FULL_TIME_BACHELOR("全日制大学以上", false),
    POSTGRADUATE("研究生", false),
    BEEN_COUNTY("有县（市、区）经历", false),
    BEEN_TOWNSHIP("有乡镇街道经历", false),
    BEEN_ENTERPRISE("有企业经历", false),
    BEEN_COLLEGE("有高校经历", false),
    BEEN_INSTITUTION("有事业单位经历", false),
    BEEN_JUDICIAL("有法检经历", false),
    BEEN_SECONDED("有挂职经历", false),
    BEEN_ABROAD("有境外学习工作经历", false);

    private final String word;
    private final boolean mean;

    StructureMeasure(String word, boolean mean) {
        this.word = word;
        this.mean = mean;
    }

    public String word() {
        return word;
    }

    /** Whether it is a mean over the team, not a count of people. */
    public boolean mean() {
        return mean;
    }
}

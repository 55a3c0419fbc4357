package huoshui.demo;

/** What sort of staff a unit has, which decides ranks, titles and words. 人员性质 */
enum Trade {
    /** 机关（综合管理类公务员与参公人员） */
    OFFICE,
    /** 法检 */
    COURT,
    /** 公安 */
    POLICE,
    /** 学校 */
    SCHOOL,
    /** 医院 */
    HOSPITAL,
    /** 其他事业单位 */
    INSTITUTE,
    /** 国企 */
    COMPANY;

    /** Whether its people hold 职级. */
    boolean ranked() {
        return this == OFFICE || this == COURT || this == POLICE;
    }
}

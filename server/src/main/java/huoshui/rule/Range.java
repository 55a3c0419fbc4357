package huoshui.rule;

import huoshui.dossier.search.Verdict;

/**
 * The numbers a comparison is content with, both ends in. 数值范围
 *
 * @param words as asked: 不少于 2 年
 */
public record Range(int low, int high, String words) {

    /** Of a number known to lie between these two. */
    Verdict holds(int least, int most) {
        if (least >= low && most <= high) return Verdict.MET;
        return most < low || least > high ? Verdict.NOT_MET : Verdict.UNKNOWN;
    }
}

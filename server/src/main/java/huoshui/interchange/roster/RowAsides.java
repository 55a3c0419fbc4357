package huoshui.interchange.roster;

import huoshui.document.sheet.SheetLine;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Rows of a roster that are about nobody: sums, notes, signatures, headings of groups. 不是人员的行
 *
 * <p>Rows that say an id number are not asked about here, so that nobody is taken for a note.
 */
final class RowAsides {

    private static final Pattern SUM =
            Pattern.compile("(?:合计|总计|小计|共计|累计|平均|总人数)(?:[:：]?\\d*[人名]?)?|(?:总|一)?共有?\\d+[人名]");
    private static final Pattern NOTE = Pattern.compile(
            "[*※#]?(?:注|备注|说明|附注|填表|填报|制表|审核|审批|复核|校对|单位负责人|分管|联系人|联系电话|经办|打印|报送|日期|填写要求|填表要求)[^:：]{0,8}[:：].*",
            Pattern.DOTALL);
    private static final Pattern PAGE = Pattern.compile("第?\\d+页(?:[,，/]?共\\d+页)?");
    private static final Pattern GROUP =
            Pattern.compile("(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}部分).*");
    private static final int LONGEST_NAME = 12;

    private RowAsides() {}

    static boolean is(SheetLine line) {
        int filled = 0;
        String first = "";
        for (var cell : line.cells()) {
            if (cell.blank()) continue;
            if (filled++ == 0) first = cell.text();
        }
        if (filled == 0) return false;
        var text = Normalizer.normalize(first, Normalizer.Form.NFKC).replaceAll("\\s+", "");
        if (SUM.matcher(text).matches()
                || NOTE.matcher(text).matches()
                || PAGE.matcher(text).matches()) return true;
        return filled == 1 && (GROUP.matcher(text).matches() || text.codePointCount(0, text.length()) > LONGEST_NAME);
    }
}

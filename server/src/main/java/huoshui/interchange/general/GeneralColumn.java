package huoshui.interchange.general;

import java.util.List;

/**
 * One column of an information set. 栏目
 *
 * @param order place in the standard package, from 1; 0 when the standard package does not carry it
 * @param length most characters, or 0 when not known
 * @param lists code lists its values come from, any of them
 * @param label 参加工作时间; empty when the name of the column is not public
 */
public record GeneralColumn(String set, String name, int order, int length, List<String> lists, String label) {

    public boolean standard() {
        return order > 0;
    }

    /** As a message names it: 参加工作时间（A0134）. */
    public String called() {
        return label.isEmpty() ? name : label + "（" + name + "）";
    }
}

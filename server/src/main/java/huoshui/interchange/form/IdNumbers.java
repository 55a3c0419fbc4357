package huoshui.interchange.form;

import huoshui.kernel.PartialDate;
import huoshui.kernel.code.CitizenNumber;
import huoshui.kernel.code.CitizenNumber.Doubt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Id numbers of whatever comes in, told as problems where somebody has to look. 来文的身份证号 */
public final class IdNumbers {

    private IdNumbers() {}

    public static void examine(
            String number, @Nullable PartialDate birth, @Nullable String sex, List<Problem> problems) {
        for (var each : CitizenNumber.doubts(number, birth, sex)) problems.add(problem(each));
    }

    private static Problem problem(Doubt doubt) {
        return doubt.sort() == Doubt.Sort.FIFTEEN
                ? Problem.warning("idNumber", doubt.sort().code(), "核对身份证号：" + doubt.what() + "；请核对证件后改为 18 位号码。")
                : Problem.error("idNumber", doubt.sort().code(), "核对身份证号：" + doubt.what() + "；请核对身份证件和档案后改正其中错误的一项。");
    }
}

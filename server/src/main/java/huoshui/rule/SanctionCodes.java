package huoshui.rule;

import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.kernel.code.Code;
import huoshui.kernel.code.Codes;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The code of a sanction (ZB65), read from its words where none was recorded. 处分代码
 *
 * <p>警告 alone may be the Party's or the office's, so it stays unread.
 */
final class SanctionCodes {

    private static final Pattern PARTY = Pattern.compile("党内|党纪|留党察看|开除党籍");
    private static final Pattern OFFICE = Pattern.compile("政务|行政|公务员|政纪");

    private SanctionCodes() {}

    static @Nullable String of(Sanction sanction) {
        var code = sanction.code();
        if (code != null && code.length() == 5) return code;
        return of(sanction.name());
    }

    static @Nullable String of(String name) {
        if (name.contains("留党察看")) return "02258";
        if (name.contains("开除党籍")) return "02259";
        if (name.contains("撤销党内职务")) return "02257";
        boolean party = PARTY.matcher(name).find();
        if (name.contains("严重警告")) return "02251";
        if (name.contains("警告")) return party ? "02250" : OFFICE.matcher(name).find() ? "02110" : null;
        if (name.contains("记大过")) return "02113";
        if (name.contains("记过")) return "02112";
        if (name.contains("降级")) return "02114";
        if (name.contains("撤职")) return "02117";
        return name.contains("开除") && !party ? "02119" : null;
    }

    /** 党内警告 for 02250; the code itself where the list has none. */
    static String word(String code) {
        var name = Codes.list("ZB65").find(code).map(Code::name).orElse(code);
        if (name.contains("党")) return name;
        return code.startsWith("0225") ? "党内" + name : code.startsWith("0211") ? "政务" + name : name;
    }
}

package huoshui.door;

import huoshui.rule.Practice;
import java.io.PrintWriter;

/** Files of the rulebook taken in when the pages are opened; what is wrong in them is told, and the pages open all the same. 规则文件 */
final class RuleFiles {

    private RuleFiles() {}

    static void read(OpenHouse open, PrintWriter err) {
        var told = open.room(Practice.class).read();
        for (var file : told.refused())
            for (var each : file.problems())
                err.println(Door.word("practice.refused", file.file(), each.line(), each.what()));
        if (told.proposed() > 0) err.println(Door.word("practice.proposed", told.proposed()));
    }
}

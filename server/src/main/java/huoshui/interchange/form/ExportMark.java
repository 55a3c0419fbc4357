package huoshui.interchange.form;

import java.util.List;

/**
 * What a file that went out says of itself: who took it out, when, why, about how many, and where the journal has it. 导出标记
 *
 * <p>It stands beside forms, in the manifest of a package, or after the end of a form that travels alone; never within what
 * a form says, so that what came out of one house comes out of another byte for byte.
 *
 * @param lines name and value, one a line
 */
public record ExportMark(List<String> lines) {

    /** The file beside forms that bears it; read back by nobody. */
    public static final String BESIDE = "导出说明.txt";

    public ExportMark {
        lines = List.copyOf(lines);
    }

    /** In one line, for places that have no more. */
    public String line() {
        return String.join("　", lines);
    }

    /** As the file beside says it, with what else there is to be said. */
    public String text(List<String> notes) {
        var text = new StringBuilder();
        for (var each : lines) text.append(each).append("\r\n");
        for (var each : notes) text.append("注意：").append(each).append("\r\n");
        return text.append("\r\n").toString();
    }

    /** As a comment after the end of a form: no reader takes it for a value. */
    public String comment() {
        return "<!-- " + line().replace("--", "－－") + " -->\r\n";
    }
}

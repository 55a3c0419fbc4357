package huoshui.interchange.form;

import huoshui.document.sheet.SheetFile;
import java.util.Locale;

/** What a file is by its name. 文件类别 */
enum Kind {
    LRMX,
    LRM,
    PICTURE,
    SHEET,
    ZIP,
    JUNK,
    OTHER;

    static Kind of(String path) {
        var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
        if (name.startsWith(".")
                || name.startsWith("~$")
                || name.equals("thumbs.db")
                || name.equals("desktop.ini")
                || name.endsWith(ExportMark.BESIDE)
                || path.startsWith("__MACOSX/")) return JUNK;
        if (name.endsWith(".lrmx")) return LRMX;
        if (name.endsWith(".lrm")) return LRM;
        if (name.endsWith(".pic")) return PICTURE;
        if (SheetFile.recognizes(name)) return SHEET;
        return name.endsWith(".zip") ? ZIP : OTHER;
    }
}

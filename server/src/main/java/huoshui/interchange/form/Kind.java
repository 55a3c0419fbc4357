package huoshui.interchange.form;

import java.util.Locale;

/** What a file is by its name. 文件类别 */
enum Kind {
    LRMX,
    LRM,
    PICTURE,
    ZIP,
    JUNK,
    OTHER;

    static Kind of(String path) {
        var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
        if (name.startsWith(".")
                || name.equals("thumbs.db")
                || name.equals("desktop.ini")
                || path.startsWith("__MACOSX/")) return JUNK;
        if (name.endsWith(".lrmx")) return LRMX;
        if (name.endsWith(".lrm")) return LRM;
        if (name.endsWith(".pic")) return PICTURE;
        return name.endsWith(".zip") ? ZIP : OTHER;
    }
}

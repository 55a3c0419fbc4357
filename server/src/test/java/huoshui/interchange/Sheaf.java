package huoshui.interchange;

import huoshui.interchange.form.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder of forms as many hands would leave them, each about a different invented person. 一叠任免表 */
public final class Sheaf {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String GIVEN = "甲乙丙丁戊己庚辛壬癸";

    private Sheaf() {}

    /** Forms from this seed; all of them say who they are about. */
    public static List<String> forms(long seed, int count) {
        var forms = new ArrayList<String>();
        var files = Corpus.files(seed, count);
        for (int i = 0; i < count; i++) forms.add(about(i, new String(files.get(i), StandardCharsets.UTF_8)));
        return forms;
    }

    private static String about(int i, String form) {
        var birth = "%d%02d%02d".formatted(1960 + i % 20, 1 + i % 12, 1 + i % 28);
        var boy = i % 3 != 0;
        form = with(form, "XingMing", name(i));
        form = with(form, "XingBie", boy ? "男" : "女");
        form = with(form, "ChuShengNianYue", birth.substring(0, 6));
        return with(form, "ShenFenZheng", number(birth, i * 2 + (boy ? 1 : 0)));
    }

    public static String name(int i) {
        return "林" + GIVEN.charAt(i / 10 % 10) + GIVEN.charAt(i % 10);
    }

    /** An id number that holds together, of this birth day; an odd serial is a man's. */
    public static String number(String birth, int serial) {
        var body = "990101" + birth + "%03d".formatted(serial % 1000);
        int sum = 0;
        for (int k = 0; k < 17; k++) sum += (body.charAt(k) - '0') * WEIGHTS[k];
        return body + "10X98765432".charAt(sum % 11);
    }

    /** The same form saying this in an element. */
    public static String with(String form, String element, String text) {
        return form.replaceFirst(
                "(?s)<%1$s>.*?</%1$s>|<%1$s ?/>".formatted(element), "<%1$s>%2$s</%1$s>".formatted(element, text));
    }

    /** Writes them into this folder, one file each. */
    public static void lay(Path folder, List<String> forms) {
        for (int i = 0; i < forms.size(); i++) lay(folder, "%03d.lrmx".formatted(i), forms.get(i));
    }

    public static Path lay(Path folder, String name, String form) {
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve(name), form);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

package huoshui.interchange;

import huoshui.interchange.form.Box;
import huoshui.interchange.form.Form;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Names of files that lie beside one another: the person's name, namesakes told apart by birth month, then by dossier. 文件名 */
final class FileNames {

    private final Set<String> taken = new HashSet<>();

    String of(Form form, UUID person, String suffix) {
        var plain = form.text(Box.NAME).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        var base = plain.isEmpty() ? "未具名" : plain;
        for (var each : List.of(base, base + "_" + form.text(Box.BIRTH), base + "_" + person)) {
            if (taken.add(each)) return each + suffix;
        }
        throw new IllegalStateException("the same person twice: " + person);
    }
}

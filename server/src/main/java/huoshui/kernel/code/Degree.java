package huoshui.kernel.code;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An academic degree, highest first; an honorary one is not studied for and stands outside the order. 学位 (GB/T 6864) */
public enum Degree {
    DOCTOR("2", "博士"),
    MASTER("3", "硕士"),
    BACHELOR("4", "学士"),
    HONORARY_DOCTOR("1", "名誉博士");

    private final String code;
    private final String title;

    Degree(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** From a code or a name with or without its field: 307, 理学硕士, 硕士, 工商管理硕士专业学位. */
    public static Optional<Degree> read(@Nullable String text) {
        return DegreeWord.read(text).map(DegreeWord::degree);
    }

    /** First figure of the code of GB/T 6864. */
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** Whether this degree is the other or above it; never for an honorary one. */
    public boolean atLeast(Degree other) {
        return this != HONORARY_DOCTOR && other != HONORARY_DOCTOR && compareTo(other) <= 0;
    }
}

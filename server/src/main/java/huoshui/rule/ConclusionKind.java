package huoshui.rule;

import huoshui.kernel.Chapter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that only a named collective can conclude of somebody. 组织结论种类
 *
 * @param values what may be concluded; 是 comes first where it is a yes or no
 * @param by who concludes
 * @param chapter where such a conclusion is read
 * @param silent what holds until somebody concludes: a permission not recorded is not given; null where silence is unknown
 */
public record ConclusionKind(
        String code,
        String title,
        List<String> values,
        String by,
        Chapter chapter,
        @Nullable String silent) {}

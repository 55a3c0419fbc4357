package huoshui.interchange.general;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Problems as they are found, up to a number nobody would read to the end of. 问题清单 */
final class Findings {

    private static final int MOST = 20_000;

    private final List<GeneralProblem> all = new ArrayList<>();
    private final Map<String, List<GeneralProblem>> byPerson = new HashMap<>();
    private int beyond;

    void add(GeneralProblem problem) {
        // an error about a person is never dropped: it keeps that person from being written
        if (all.size() >= MOST && !problem.error()) {
            beyond++;
            return;
        }
        all.add(problem);
        var person = problem.a0000();
        if (person != null)
            byPerson.computeIfAbsent(person, key -> new ArrayList<>()).add(problem);
    }

    List<GeneralProblem> all() {
        if (beyond == 0) return List.copyOf(all);
        var told = new ArrayList<>(all);
        told.add(GeneralProblem.warning(
                "general.more-problems", "另有 %d 条提示未列出：提示过多。请先处理已列出的同类问题，再重新导入。".formatted(beyond)));
        return List.copyOf(told);
    }

    List<GeneralProblem> of(String a0000) {
        return List.copyOf(byPerson.getOrDefault(a0000, List.of()));
    }
}

package huoshui.rule;

import huoshui.dossier.city.Card;
import huoshui.kernel.Auditable.Line;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Chapter;
import huoshui.kernel.Subject;
import huoshui.rule.Examinations.Ready;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which sealed chapters an examination reads of whom, as the journal is told before it begins. 密存读取 */
final class SealedReadings {

    private SealedReadings() {}

    /** Of the people asked about what clauses about people read, and of teams' members what clauses about teams do. */
    static List<Line> of(Ready ready) {
        var lines = new ArrayList<Line>();
        read(ready).forEach((chapter, people) -> people.forEach(each -> lines.add(line(chapter, each))));
        return lines;
    }

    /** One line for each chapter, of all together: each of them has a line of their own since the first reading. */
    static List<Line> again(Ready ready) {
        var lines = new ArrayList<Line>();
        read(ready).forEach((chapter, people) -> {
            var content = new Canonical().add(chapter.name());
            people.forEach(content::add);
            lines.add(new Line(Verb.READ, null, chapter, null, content.bytes()));
        });
        return lines;
    }

    private static Map<Chapter, Set<UUID>> read(Ready ready) {
        var read = new LinkedHashMap<Chapter, Set<UUID>>();
        for (var chapter : sealed(ready, Speaks.PERSON))
            for (var each : ready.people()) read(read, chapter).add(each.id());
        for (var chapter : sealed(ready, Speaks.TEAM))
            for (var each : members(ready)) read(read, chapter).add(each.id());
        return read;
    }

    private static Set<UUID> read(Map<Chapter, Set<UUID>> read, Chapter chapter) {
        return read.computeIfAbsent(chapter, any -> new LinkedHashSet<>());
    }

    private static Set<Chapter> sealed(Ready ready, Speaks of) {
        return ready.clauses().stream()
                .filter(each -> each.scope().subject() == of)
                .flatMap(each -> each.chapters().stream())
                .filter(Chapter::sealed)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Chapter.class)));
    }

    /** Members in sight of the teams asked about; nothing is read of others. */
    private static List<Card> members(Ready ready) {
        var asking = ready.asking();
        return ready.bodies().stream()
                .filter(Subject.Team.class::isInstance)
                .flatMap(each -> OrgMeasures.members(asking.city(), asking.chart(), each.id()).stream())
                .filter(asking.seen())
                .toList();
    }

    private static Line line(Chapter chapter, UUID person) {
        var content = new Canonical().add(chapter.name()).add(person);
        return new Line(Verb.READ, person, chapter, null, content.bytes());
    }
}

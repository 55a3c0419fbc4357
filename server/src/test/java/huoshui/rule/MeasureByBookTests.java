package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Seeds;
import huoshui.dossier.city.Around;
import huoshui.dossier.city.City;
import huoshui.kernel.AsOf;
import huoshui.kernel.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("只有标明随条款而变的量度才随条款而变：其余读数换一本条款也不必重读")
class MeasureByBookTests {

    @Test
    void whatIsNotSaidToRestOnTheBookReadsTheSameByABookWithoutClauses() {
        var random = new Random(Seeds.next());
        var shipped = Rulebook.shipped();
        var bare = new Book(List.of(), shipped.conclusions(), List.of(), List.of(), shipped.cohorts());
        var leaves = new ArrayList<Criterion>();
        for (var clause : shipped.provisions())
            for (var part : new Criterion[] {
                clause.when(), clause.unless(), clause.scope().applies()
            }) if (part != null && clause.scope().subject() == Speaks.PERSON) part.walk(leaves::add);
        leaves.removeIf(each -> each.measures().isEmpty() && !(each instanceof Criterion.Counted));
        var turned = new TreeSet<String>();
        for (int i = 0; i < 300; i++) {
            var world = PlainWorld.invented(random);
            var person = new UUID(0, 1);
            var lines = new ArrayList<>(new InventedDossiers(random, world, List.of()).draw(person));
            world.relatives.values().forEach(lines::addAll);
            var chart = world.chart();
            var city = City.of(new AsOf(LocalDate.of(2020 + random.nextInt(7), 3, 5), 1), lines, Around.of(chart));
            var one = Question.of(
                    new Subject.Person(person),
                    Occasion.STANDING,
                    null,
                    city,
                    chart,
                    shipped,
                    Map.of(),
                    Map.of(),
                    false);
            var other = one.by(bare);
            for (var leaf : leaves) {
                if (leaf.verdict(one) == leaf.verdict(other)) continue;
                assertThat(leaf.measures()).as(leaf.asked()).anyMatch(Measure::byBook);
                leaf.measures().forEach(each -> turned.add(each.name()));
            }
        }
        assertThat(turned).contains("influence", "effective-rank-tenure");
    }
}

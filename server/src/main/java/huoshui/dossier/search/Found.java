package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question over everybody: three heaps that sum to all in sight, and one page of the heap shown. 检索结果
 *
 * @param total everybody asked about
 * @param missing which fields keep the third heap open, the most frequent first
 * @param footings how many the shown heap has among cadres and among talents; null for whoever sees no talents
 * @param next the cursor of the next page; null on the last
 */
public record Found(
        City city,
        int total,
        Heaps heaps,
        List<Gap> missing,
        List<Structure.Make> structure,
        List<Card> page,
        @Nullable Footings footings,
        @Nullable String next) {

    /** 符合、不符合、待核 */
    public record Heaps(int met, int notMet, int unknown) {}

    /** Of cadres and of talents, cadres among the latter counted in both. 干部几人、人才几人 */
    public record Footings(int cadres, int talents, int both) {}

    /** A field some dossiers are silent about. 缺项 */
    public record Gap(String field, String label, int count) {}
}

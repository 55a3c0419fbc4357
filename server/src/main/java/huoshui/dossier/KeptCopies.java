package huoshui.dossier;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a room above keeps of files that came in, where it cannot always be told whose it is. 来文底稿 */
public interface KeptCopies {

    /**
     * Of whom copies are looked for.
     *
     * @param people every id of the person
     * @param names every name they go or went by, without spaces
     * @param idNumbers every id number, by which files are recognised that nobody has matched yet
     */
    record Whose(Set<UUID> people, Set<String> names, Set<String> idNumbers) {}

    /**
     * A copy that may be the person's; people decide.
     *
     * @param key by which an asking names it
     * @param kept where it is kept
     * @param called as its sender called it
     * @param why it may be the person's
     */
    record Copy(String key, String kept, String called, String why) {}

    /**
     * Those that may be this person's and may be somebody else's. What is the person's for certain is not among them: it goes
     * with any erasure.
     */
    List<Copy> perhaps(Whose whose);
}

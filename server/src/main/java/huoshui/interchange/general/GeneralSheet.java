package huoshui.interchange.general;

import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.Photo;
import huoshui.kernel.Span;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns a person of a package into facts, and facts into a person of a package. 通用格式与事实互转
 *
 * <p>Codes become words where the word leads back to the code, and stay as they came where not. Facts with no date of
 * their own are taken as evidenced on the day of the package. What no fact carries is listed, never dropped unseen.
 */
public final class GeneralSheet {

    private static final Map<String, SheetGathering.RowTaker> READERS = new LinkedHashMap<>();

    static {
        READERS.put("A02", PostSet::read);
        READERS.put("A05", LevelSet::read);
        READERS.put("A06", TitleAndTrainingSets::readTitle);
        READERS.put("A08", StudySet::read);
        READERS.put("A11", TitleAndTrainingSets::readTraining);
        READERS.put("A14", AppraisalSets::readAward);
        READERS.put("A15", AppraisalSets::readGrade);
        READERS.put("A29", EntrySets::readEntry);
        READERS.put("A30", EntrySets::readDeparture);
        READERS.put("A36", FamilyAndContactSets::readMember);
        READERS.put("A37", FamilyAndContactSets::readContacts);
        READERS.put("A57", row -> row.skip("A5714"));
        READERS.put("A61", EntrySets::readGraduate);
    }

    private static final Map<String, Function<SheetWriting, List<Map<String, String>>>> WRITERS = new LinkedHashMap<>();

    static {
        WRITERS.put("A02", PostSet::write);
        WRITERS.put("A05", LevelSet::write);
        WRITERS.put("A06", TitleAndTrainingSets::writeTitles);
        WRITERS.put("A08", StudySet::write);
        WRITERS.put("A14", AppraisalSets::writeAwards);
        WRITERS.put("A15", AppraisalSets::writeGrades);
        WRITERS.put("A30", EntrySets::writeDepartures);
        WRITERS.put("A36", FamilyAndContactSets::writeMembers);
        WRITERS.put("A57", FamilyAndContactSets::writePhoto);
        WRITERS.put("A11", TitleAndTrainingSets::writeTraining);
        WRITERS.put("A29", EntrySets::writeEntries);
        WRITERS.put("A37", FamilyAndContactSets::writeContacts);
        WRITERS.put("A61", EntrySets::writeGraduates);
    }

    private GeneralSheet() {}

    /**
     * Reads everything a package says about a person.
     *
     * @param photo the person's portrait, where the package has one
     * @param evidenced the day the package speaks of, for whatever has no date of its own
     * @param units which of our units the package's keys mean
     */
    public static GeneralReading read(
            GeneralPerson person, @Nullable GeneralPhoto photo, LocalDate evidenced, UnitKeys units) {
        var into = new SheetGathering(person, evidenced, units);
        // A05 before A01, which repeats what holds now
        into.each("A05", LevelSet::read);
        into.each(GeneralColumns.PEOPLE, row -> {
            BasicSet.read(row);
            LevelSet.readRepeated(row, into);
        });
        READERS.forEach((set, reader) -> {
            if (!set.equals("A05")) into.each(set, reader);
        });
        LevelSet.closeEarlier(into);
        if (photo != null) into.add(FamilyAndContactSets.photo(photo, evidenced));
        var known = new LinkedHashMap<String, Object>(READERS);
        known.put(GeneralColumns.PEOPLE, "");
        into.leaveOthers(known);
        var reading = into.done();
        return reading.with(Leftovers.of(person, reading, evidenced, units));
    }

    /**
     * Writes facts as a person of a package; the whole history of posts, levels, studies and the like, and of what can be
     * one only, what holds on the day.
     *
     * @param a0000 key of the person within the package
     * @param asof the day the package speaks of
     */
    public static GeneralPerson write(String a0000, List<SheetFact> facts, LocalDate asof, UnitKeys units) {
        var person = new SheetWriting(a0000, facts, asof, units);
        var sets = new LinkedHashMap<String, List<Map<String, String>>>();
        sets.put(GeneralColumns.PEOPLE, List.of(BasicSet.write(person)));
        WRITERS.keySet().forEach(set -> put(sets, set, rows(set, person)));
        return new GeneralPerson(a0000, sets);
    }

    /** What a package of the standard lists alone would say of this fact; none where such a package has no place for it. */
    public static Optional<FactBody> standard(FactBody body, Span valid, LocalDate asof, UnitKeys units) {
        var sets = new LinkedHashMap<String, List<Map<String, String>>>();
        write("", List.of(SheetFact.of(body, valid)), asof, units).sets().forEach((set, rows) -> {
            if (!set.equals(GeneralColumns.PEOPLE)) put(sets, set, standard(set, rows));
        });
        var into = new SheetGathering(new GeneralPerson("", sets), asof, units);
        sets.keySet().forEach(set -> into.each(set, Objects.requireNonNull(READERS.get(set))));
        return into.done().facts().stream()
                .map(SheetFact::body)
                .filter(each -> each.getClass() == body.getClass())
                .findFirst();
    }

    private static List<Map<String, String>> standard(String set, List<Map<String, String>> rows) {
        var columns = GeneralColumns.standard(set);
        return columns.isEmpty()
                ? List.of()
                : rows.stream()
                        .map(each -> {
                            var row = new LinkedHashMap<>(each);
                            row.keySet().retainAll(columns);
                            return Map.copyOf(row);
                        })
                        .toList();
    }

    /** Rows of one set; none for a set that we carry nothing of. */
    static List<Map<String, String>> rows(String set, SheetWriting person) {
        var writer = WRITERS.get(set);
        return writer == null ? List.of() : writer.apply(person);
    }

    /** File name of a person's portrait in a package that {@link #write} makes. */
    public static String photoName(String a0000, Photo photo) {
        return FamilyAndContactSets.photoName(a0000, photo);
    }

    private static void put(Map<String, List<Map<String, String>>> sets, String set, List<Map<String, String>> rows) {
        if (!rows.isEmpty()) sets.put(set, rows);
    }
}

package huoshui.interchange.form;

import huoshui.kernel.code.CitizenNumber;

/** When two texts of a box say the same, so that the one that stands there may stay. 同义判断 */
public final class Meaning {

    private Meaning() {}

    public static boolean same(Box box, String was, String now) {
        return switch (box) {
            case NAME -> name(was).equals(name(now));
            case BIRTH, WORK_STARTED -> date(was).equals(date(now));
            case PARTY -> PartyBox.read(was).says().equals(PartyBox.read(now).says());
            case ID_NUMBER -> CitizenNumber.plain(was).equals(CitizenNumber.plain(now));
            default -> lines(box, was).equals(lines(box, now));
        };
    }

    private static String lines(Box box, String text) {
        return box.lines() ? TextLines.of(text) : Blanks.trim(Blanks.lineFeeds(text));
    }

    static String name(String text) {
        return PersonName.plain(text);
    }

    static String date(String text) {
        return FormDate.read(text).map(Object::toString).orElse(Blanks.trim(text));
    }
}

package huoshui.interchange.form;

/**
 * One family row as text, trimmed, in the order of the form. 家庭成员一行
 *
 * @param birth as the file holds it, normally {@code 198507}
 */
public record FamilyRow(String relation, String name, String birth, String party, String post) {

    static final String ITEM = "Item";
    static final String RELATION = "ChengWei";
    static final String NAME = "XingMing";
    static final String BIRTH = "ChuShengRiQi";
    static final String PARTY = "ZhengZhiMianMao";
    static final String POST = "GongZuoDanWeiJiZhiWu";

    static FamilyRow of(Element item) {
        return new FamilyRow(
                value(item, RELATION), value(item, NAME), value(item, BIRTH), value(item, PARTY), value(item, POST));
    }

    private static String value(Element item, String name) {
        return item.child(name).map(Element::value).orElse("");
    }

    /** A row of empty cells, as printed forms pad themselves with. */
    public boolean isBlank() {
        return relation.isEmpty() && name.isEmpty() && birth.isEmpty() && party.isEmpty() && post.isEmpty();
    }

    String cell(String element) {
        return switch (element) {
            case RELATION -> relation;
            case NAME -> name;
            case BIRTH -> birth;
            case PARTY -> party;
            case POST -> post;
            default -> throw new IllegalArgumentException(element);
        };
    }
}

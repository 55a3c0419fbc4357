package huoshui.kernel.ledger;

import huoshui.kernel.Chapter;

/**
 * One kind of fact. 事实种类
 *
 * @param code stable name in the ledger
 * @param type the record that carries it
 * @param chapter where it is read, unless the body itself says otherwise
 * @param exclusive whether at most one may hold per subject and slot on any day
 * @param version of the body's shape; rows of older versions are read by upcasters, never rewritten
 */
public record Kind<B extends Body>(
        String code, Class<? extends B> type, Chapter chapter, boolean exclusive, int version) {

    public static <B extends Body> Kind<B> one(String code, Class<? extends B> type, Chapter chapter) {
        return new Kind<>(code, type, chapter, true, 1);
    }

    public static <B extends Body> Kind<B> many(String code, Class<? extends B> type, Chapter chapter) {
        return new Kind<>(code, type, chapter, false, 1);
    }
}

package huoshui.dossier.search;

import static huoshui.dossier.search.Comparisons.Applies.ALWAYS;
import static huoshui.kernel.Chapter.BASIC;

import huoshui.dossier.search.Field.Reading;
import huoshui.kernel.code.Code;
import huoshui.kernel.code.Codes;
import huoshui.kernel.code.Sex;
import java.util.List;
import java.util.Set;

/** Who somebody is. 条件项：基本情况 */
final class PersonFields {

    private PersonFields() {}

    static void enter(Catalogue into) {
        into.text("name", "姓名", "Name", BASIC, "name", named());
        into.codes("sex", "性别", "Sex", BASIC, List.of(code(Sex.MALE), code(Sex.FEMALE)), "sex", (card, on) -> {
            var sex = card.who().sex();
            return sex == null ? null : Set.of(sex.code());
        });
        into.number(
                "age",
                "年龄",
                "Age",
                "岁",
                BASIC,
                "birth",
                ALWAYS,
                (card, on) -> card.who().age());
        into.date(
                "birth",
                "出生年月",
                "Born",
                BASIC,
                "birth",
                ALWAYS,
                card -> card.who().birth());
        into.codes("ethnicity", "民族", "Ethnicity", BASIC, Codes.list("GB3304").codes(), "ethnicity", (card, on) -> {
            var ethnicity = card.who().ethnicity();
            return ethnicity == null ? null : Set.of(ethnicity.code());
        });
        into.flag("minority", "少数民族", "Minority", BASIC, "ethnicity", (card, on) -> {
            var ethnicity = card.who().ethnicity();
            return ethnicity == null ? Verdict.UNKNOWN : Verdict.of(ethnicity.minority());
        });
        into.texts(
                "nativePlace",
                "籍贯",
                "Native place",
                BASIC,
                "nativePlace",
                Measures.one(card -> card.who().nativePlace()),
                card -> true);
        into.date(
                "workStart",
                "参加工作时间",
                "Began work",
                BASIC,
                "workStart",
                ALWAYS,
                card -> card.service().workStart());
        into.number(
                "serviceYears",
                "工龄",
                "Years of service",
                "年",
                BASIC,
                "workStart",
                ALWAYS,
                (card, on) -> Measures.years(card.service().months()));
        into.number(
                "monthsToRetirement",
                "距到龄",
                "Until retirement age",
                "月",
                BASIC,
                "birth",
                ALWAYS,
                (card, on) -> Measures.monthsToRetirement(card, on.at().valid()));
        into.flag(
                "photo",
                "照片",
                "Photo",
                BASIC,
                "photo",
                (card, on) -> Verdict.of(card.who().photo()));
    }

    private static Code code(Sex sex) {
        return new Code(sex.code(), sex.title());
    }

    /** A part of the name, or how its pinyin or initials begin. */
    private static Reading named() {
        return (field, test, occasion) -> {
            var asked = Comparisons.asked(field, test).stream()
                    .map(TextMatch.Typed::of)
                    .toList();
            boolean whole = test.op() == Op.IS || test.op() == Op.IN;
            return card -> {
                for (var each : asked) if (each.names(card, whole)) return Verdict.MET;
                return Verdict.NOT_MET;
            };
        };
    }
}

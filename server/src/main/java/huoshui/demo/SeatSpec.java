package huoshui.demo;

import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * What one seat is to be like. 席位设定
 *
 * @param title from head title (局长, 主任 …) and unit name to the title of this seat
 * @param branch which of the units that were merged the seat came from; 0 the main one
 * @param dies closes when its branch is merged (the second head of two)
 */
record SeatSpec(
        int level,
        BinaryOperator<String> title,
        String partyTitle,
        String section,
        int order,
        int weight,
        Set<String> functions,
        boolean principal,
        boolean inTeam,
        boolean staff,
        boolean nonParty,
        boolean termed,
        int branch,
        boolean dies) {

    static SeatSpec of(int level, String title) {
        return of(level, (head, name) -> title);
    }

    static SeatSpec of(int level, BinaryOperator<String> title) {
        return new SeatSpec(level, title, "", "", 1, 2, Set.of(), false, true, false, false, false, 0, false);
    }

    SeatSpec party(String text) {
        return new SeatSpec(
                level, title, text, section, order, weight, functions, principal, inTeam, staff, nonParty, termed,
                branch, dies);
    }

    SeatSpec heavy(int heavier) {
        return new SeatSpec(
                level,
                title,
                partyTitle,
                section,
                order,
                heavier,
                functions,
                principal,
                inTeam,
                staff,
                nonParty,
                termed,
                branch,
                dies);
    }

    SeatSpec head() {
        return new SeatSpec(
                level,
                title,
                partyTitle,
                section,
                1,
                Math.max(weight, 3),
                functions,
                true,
                inTeam,
                staff,
                nonParty,
                termed,
                branch,
                dies);
    }

    SeatSpec principal(boolean yes) {
        return new SeatSpec(
                level,
                title,
                partyTitle,
                section,
                order,
                weight,
                functions,
                yes,
                inTeam,
                staff,
                nonParty,
                termed,
                branch,
                dies);
    }

    SeatSpec at(int place) {
        return new SeatSpec(
                level,
                title,
                partyTitle,
                section,
                place,
                weight,
                functions,
                principal,
                inTeam,
                staff,
                nonParty,
                termed,
                branch,
                dies);
    }

    SeatSpec of(String function) {
        return new SeatSpec(
                level,
                title,
                partyTitle,
                section,
                order,
                weight,
                Set.of(function),
                principal,
                inTeam,
                staff,
                nonParty,
                termed,
                branch,
                dies);
    }

    SeatSpec in(String part, boolean plain) {
        return new SeatSpec(
                level,
                title,
                partyTitle,
                part,
                order,
                weight,
                functions(part),
                principal,
                false,
                plain,
                true,
                termed,
                branch,
                dies);
    }

    SeatSpec open() {
        return new SeatSpec(
                level,
                title,
                partyTitle,
                section,
                order,
                weight,
                functions,
                principal,
                inTeam,
                staff,
                true,
                termed,
                branch,
                dies);
    }

    SeatSpec elected() {
        return new SeatSpec(
                level,
                title,
                partyTitle,
                section,
                order,
                weight,
                functions,
                principal,
                inTeam,
                staff,
                nonParty,
                true,
                branch,
                dies);
    }

    SeatSpec from(int source, boolean ends) {
        return new SeatSpec(
                level,
                title,
                partyTitle,
                section,
                order,
                weight,
                functions,
                principal,
                inTeam,
                staff,
                nonParty,
                termed,
                source,
                ends);
    }

    /** What a section of this name has its hands on. */
    static Set<String> functions(String section) {
        if (section.contains("人事")
                || section.contains("干部")
                || section.contains("组织")
                || section.contains("政治")
                || section.contains("人力资源")) return Set.of("组织人事");
        if (section.contains("财务") || section.contains("预算") || section.contains("国库") || section.contains("总会计"))
            return Set.of("财务");
        if (section.contains("审计") || section.contains("稽核") || section.contains("基金监管")) return Set.of("审计");
        if (section.contains("监督检查") || section.contains("审查调查") || section.contains("纪检")) return Set.of("纪检监察");
        if (section.contains("审批") || section.contains("项目") || section.contains("工程") || section.contains("建设管理"))
            return Set.of("审批与工程");
        return Set.of();
    }
}

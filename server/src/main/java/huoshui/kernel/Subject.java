package huoshui.kernel;

import java.util.UUID;

/** Anything a fact, a finding or a case can be about. 主体：个人、班子、单位、职位 */
public sealed interface Subject {

    UUID id();

    /** A human being, cadre or not. 个人 */
    record Person(UUID id) implements Subject {}

    /** A leading team of a unit. 班子 */
    record Team(UUID id) implements Subject {}

    /** An organization, at any level. 单位 */
    record Unit(UUID id) implements Subject {}

    /** A seat that one person may hold. 职位 */
    record Post(UUID id) implements Subject {}
}

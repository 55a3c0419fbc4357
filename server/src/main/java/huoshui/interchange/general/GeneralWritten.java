package huoshui.interchange.general;

import java.util.SortedMap;

/**
 * What went into a package, and what did not. 写出结果
 *
 * @param left what the standard package has no place for, as {@code A11} or {@code A02.A0229} → how many rows had it
 */
public record GeneralWritten(int people, int units, SortedMap<String, Integer> left) {}

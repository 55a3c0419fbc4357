package huoshui.demo;

import huoshui.kernel.PartialDate;

/** A term of an elected team. 届期 */
public record Term(String unit, int ordinal, String words, PartialDate from, PartialDate until) {}

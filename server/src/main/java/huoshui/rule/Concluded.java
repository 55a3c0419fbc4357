package huoshui.rule;

/** A conclusion that holds on the day. 现行结论 */
record Concluded(String value, Evidence evidence) {}

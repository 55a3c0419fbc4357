/**
 * The rulebook 条款库: regulations as dated data, asked of dossiers; findings that show clause, facts and what is missing.
 *
 * <p>Words: provision 条款, edition 版本, criterion 条件, measure 量度, question 问题, answer 回答, finding 核查意见, influence period
 * 影响期, conclusion 组织结论, cohort 人群.
 * <p>Starts at {@link huoshui.rule.Rulebook}; a condition with a name at {@link huoshui.rule.Cohorts}. The language is described
 * in {@code docs/rulebook/language.md}; clauses are YAML under {@code practice/rulebook}.
 * <p>Where to add: a measure in {@code PersonMeasures}, {@code TargetMeasures} or {@code OrgMeasures} (one entry, one method); a kind
 * of fact or field in {@code FactFields}; a page in {@code rule.web}.
 * <p>One person is asked through {@link huoshui.rule.Question}, and told why; a whole city through {@code Everybody}, by columns and
 * bits that are kept with the city. A {@code Census} puts the two together. A third evaluator, in the tests, is the judge of both.
 * <p>Every text is an {@link huoshui.rule.Edition}: files are read by {@link huoshui.rule.Practice}, drafted and compared in
 * {@link huoshui.rule.Drafting}, published at {@link huoshui.rule.EditionDesk}; {@link huoshui.rule.Editions} gives the book as
 * known at any act.
 * <p>Not here: deciding anything (people do), steps and papers of procedures (procedure), totals of a person (nowhere).
 */
@ApplicationModule(
        displayName = "Rulebook 条款库",
        allowedDependencies = {
            "kernel",
            "access",
            "org",
            "org :: fact",
            "dossier",
            "dossier :: fact",
            "dossier :: city",
            "dossier :: search",
            "document :: sheet"
        })
@NullMarked
package huoshui.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

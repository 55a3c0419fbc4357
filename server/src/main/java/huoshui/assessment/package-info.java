/**
 * Assessment 测评: asks many people the same questions about somebody or a team, and totals by dimension, group and item.
 *
 * <p>Words: instrument 测评表, edition 版本, item 题项, dimension 维度, voices 测评主体, round 考察轮次, slip 测评码, ballot 票,
 * sheet 对一个对象的一份票, tally 计票底册, scorecard 测评结果, instance 事例, archive 政治素质档案, collective conclusion 集体结论.
 * <p>Starts at {@link huoshui.assessment.Instruments} and {@link huoshui.assessment.Rounds}; a voter's door is
 * {@link huoshui.assessment.Ballots}; what came of rounds over time is {@link huoshui.assessment.Archives}, what meetings made of it
 * {@link huoshui.assessment.CollectiveConclusions}. Instruments are YAML under {@code practice/}, one file each. What secrecy rests on is told
 * in SECURITY.md.
 * <p>Not here: anything that concludes by itself (people conclude; it is written down), a total of a person
 * (nowhere), grades and their quotas.
 */
@ApplicationModule(
        displayName = "Assessment 测评",
        allowedDependencies = {
            "kernel",
            "access",
            "org",
            "org :: fact",
            "document :: paper",
            "dossier",
            "dossier :: fact",
            "dossier :: city",
            "dossier :: search",
            "rule"
        })
@NullMarked
package huoshui.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

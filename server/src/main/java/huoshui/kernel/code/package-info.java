/**
 * Codes 标准代码: the national code lists as reviewed data files, and the few of them that rules reckon with as ordered
 * types.
 *
 * <p>Words: code list 代码表, leadership level 职务层次, rank 职级, political status 政治面貌, education level 学历, degree
 * 学位, annual grade 年度考核结论, management code 管理类别.
 * <p>Starts at {@link huoshui.kernel.code.Codes}. Every {@code read} takes a code or a name, in any spelling met in
 * files, and answers empty rather than guess; whoever reads keeps the raw text beside it.
 * <p>Not here: what a level or a rank entitles to (rule), kinds of units (org).
 */
@NullMarked
package huoshui.kernel.code;

import org.jspecify.annotations.NullMarked;

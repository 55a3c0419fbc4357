/**
 * The city in memory 全市在册: every open fact about everybody, for questions over all, caught up before every answer.
 *
 * <p>Words: line 在册一行, card 一人一览, holding 任职, 现任 current, 归属 placement, completed months 足月; place 位次: where somebody
 * is in every city of one line of acts; derivation 推算: what is worked out from everybody once, by place, and handed from act to act
 * so that only those who changed are asked again; partition 分类: a derivation that puts everybody into parts.
 * <p>Starts at {@link huoshui.dossier.city.Cities}.
 * <p>Not here: health, pictures, free text (read from the ledger on demand), asking by condition (search). Of other sealed
 * chapters what clauses read is kept, without names and texts; cards never show it.
 */
@NamedInterface("city")
@NullMarked
package huoshui.dossier.city;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

package huoshui.dossier.search;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list by condition asks, on both clocks: for which days, and between which acts that was so. 人群版本
 *
 * @param madeBy the account that wrote it
 * @param from first day; null from the beginning
 * @param to last day; null for good
 * @param knownTo the act that superseded it; null while it stands
 */
public record ListEdition(
        Condition condition,
        UUID madeBy,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        long knownFrom,
        @Nullable Long knownTo) {}

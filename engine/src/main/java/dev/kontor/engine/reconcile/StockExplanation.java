package dev.kontor.engine.reconcile;

import dev.kontor.engine.stock.DemandStore;
import dev.kontor.engine.stock.SeenStock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a shop shows that stock.
 *
 * @param read when the ERP was read for it, by the database's clock
 * @param pending orders that the ERP does not have yet, oldest first
 * @param difference between what the shop shows and what the rule says, null if they agree
 * @param waiting whether a change of it is on its way
 */
public record StockExplanation(
    SeenStock seen,
    Instant read,
    List<DemandStore.Pending> pending,
    @Nullable Difference difference,
    boolean waiting) {}

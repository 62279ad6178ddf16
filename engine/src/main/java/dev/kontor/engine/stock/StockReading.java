package dev.kontor.engine.stock;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.StockRule;
import dev.kontor.engine.db.Transactions;
import dev.kontor.model.Stock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What the hub knows about SKUs beside what the ERP said.
 *
 * @param began database's clock just before the ERP was read
 * @param demand pieces sold, by SKU
 * @param told what the shop was last told, by SKU
 * @param doubtful SKUs of which nobody knows what the shop shows
 * @param unanswered how long a figure whose write was not answered may still arrive, by SKU
 */
record StockReading(
    Instant began,
    Map<String, DemandStore.Demand> demand,
    Map<String, StockLevelStore.Level> told,
    Set<String> doubtful,
    Map<String, Duration> unanswered) {

  static StockReading of(
      DataSource database,
      DemandStore demand,
      StockLevelStore levels,
      StockDoubtStore doubts,
      FlowConfig flow,
      List<String> skus,
      Instant began) {
    String shop = flow.to().connection();
    return Transactions.run(
        database,
        c ->
            new StockReading(
                began,
                demand.sum(c, skus, began, flow.stock().apart()),
                levels.find(c, shop, skus),
                levels.doubtful(c, shop, skus),
                doubts.left(c, shop, skus)));
  }

  StockFigure figure(String sku, Stock stock, StockRule rule) {
    DemandStore.Demand needed = needed(sku);
    return StockFigure.of(stock, rule, needed.notInErp(), needed.transferred());
  }

  DemandStore.Demand needed(String sku) {
    return demand.getOrDefault(sku, DemandStore.Demand.NONE);
  }

  /** Whether the shop is known to show just this figure. */
  boolean isShown(StockFigure figure) {
    StockLevelStore.@Nullable Level level = told.get(figure.sku());
    return level != null
        && level.expected().compareTo(figure.quantity()) == 0
        && !doubtful.contains(figure.sku())
        && !unanswered.containsKey(figure.sku());
  }
}

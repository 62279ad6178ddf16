package dev.kontor.engine.stock;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.ledger.Append;
import org.jspecify.annotations.Nullable;

/** Asks for a figure to be computed once more. */
final class StockCorrection {

  private StockCorrection() {}

  /**
   * @param event why, for people
   * @param dedupe recognises the same reason when it is met again; null if it is always a new one
   */
  static Append notice(FlowConfig flow, String sku, String event, @Nullable String dedupe) {
    String source = flow.from().connection();
    return Append.notice(
        LaneKey.of(flow, source, sku),
        flow.name(),
        LaneKey.priority(flow),
        event,
        source,
        sku,
        dedupe,
        null);
  }
}

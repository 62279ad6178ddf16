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
   * @param version of the reason; another one than was seen last is a new reason
   */
  static Append notice(
      FlowConfig flow, String sku, String event, @Nullable String dedupe, String version) {
    String source = flow.from().connection();
    return Append.seen(
        LaneKey.of(flow, source, sku),
        flow.name(),
        LaneKey.priority(flow),
        event,
        source,
        sku,
        dedupe,
        version);
  }

  /** For a reason that is always a new one. */
  static Append notice(FlowConfig flow, String sku, String event) {
    return notice(flow, sku, event, null, "");
  }
}

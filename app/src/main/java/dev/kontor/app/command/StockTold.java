package dev.kontor.app.command;

import dev.kontor.engine.stock.DemandStore;
import dev.kontor.engine.stock.StockLevelStore;
import dev.kontor.model.ModelJson;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Prints figures of stock with their terms. */
final class StockTold {

  private StockTold() {}

  static void level(StockLevelStore.Level level, PrintWriter out) {
    out.printf(
        "%s in %s: last told %s at %s, of the ERP as read at %s%n",
        level.sku(),
        level.target(),
        plain(level.quantity()),
        seconds(level.writtenBy()),
        seconds(level.began()));
    terms(ModelJson.parse(level.terms()), out);
    sold(level, out);
  }

  /** What the shop takes off by itself. */
  static void sold(StockLevelStore.Level level, PrintWriter out) {
    if (level.soldSince().signum() != 0) {
      out.printf(
          "  %s has sold %s since and takes them off itself: it should show %s%n",
          level.target(), plain(level.soldSince()), plain(level.expected()));
    }
  }

  /**
   * @param terms as a level keeps them
   */
  static void terms(JsonNode terms, PrintWriter out) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode term : terms) {
      BigDecimal quantity = new BigDecimal(term.path("quantity").asString("0"));
      String note = term.path("note").asString("");
      sum = sum.add(quantity);
      out.printf(
          "  %8s  %-36s %s%s%n",
          plain(quantity),
          term.path("term").asString(""),
          term.path("source").asString(""),
          note.isEmpty() ? "" : "; " + note);
    }
    out.printf("  %8s  sum; told in whole pieces, never less than 0%n", plain(sum));
  }

  static void pending(List<DemandStore.Pending> pending, PrintWriter out) {
    for (DemandStore.Pending order : pending) {
      out.printf(
          "  not in the ERP yet: %s of order %s, placed in %s at %s%n",
          plain(order.pieces()),
          order.number() == null ? order.orderId() : order.number(),
          order.source(),
          seconds(order.placedAt()));
    }
  }

  static String plain(BigDecimal pieces) {
    return pieces.signum() == 0 ? "0" : pieces.stripTrailingZeros().toPlainString();
  }

  static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}

package dev.kontor.app.demo;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Tells people what happens, in their words. */
final class Story {

  private final PrintWriter out;

  Story(PrintWriter out) {
    this.out = out;
  }

  synchronized void tell(String line) {
    out.println(line);
    out.flush();
  }

  void placed(Placed order, String who) {
    int pieces = order.units().values().stream().mapToInt(Integer::intValue).sum();
    tell(
        "shop       order %s: %d pieces, %s EUR, %s"
            .formatted(order.number(), pieces, money(order.gross()), who));
  }

  void booked(Placed order, String erpNumber, Duration after) {
    tell(
        "ERP        order %s is booked as %s, %s after it was placed"
            .formatted(order.number(), erpNumber, seconds(after)));
  }

  void moved(String sku, BigDecimal quantity) {
    tell(
        "warehouse  %s × %s %s"
            .formatted(
                quantity.abs().toPlainString(),
                sku,
                quantity.signum() > 0 ? "received" : "taken out"));
  }

  void shown(String sku, BigDecimal stock, Duration after) {
    tell(
        "shop       shows %s of %s, %s after the warehouse moved it"
            .formatted(stock.toPlainString(), sku, seconds(after)));
  }

  /** Cents are told even where there are none. */
  private static String money(BigDecimal amount) {
    return amount.setScale(Math.max(2, amount.scale())).toPlainString();
  }

  static String seconds(Duration duration) {
    return String.format(
        Locale.ROOT, "%d.%d s", duration.toSeconds(), duration.toMillisPart() / 100);
  }
}

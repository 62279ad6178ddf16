package dev.kontor.twin.magento.sales;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * The rounders of one document: one for amounts, one for those with tax, each again for base
 * currency.
 */
final class Rounders {
  private final Map<String, Rounder> rounders = new HashMap<>();

  /** {@code prefix} is "" or "base_". */
  Rounder regular(String prefix) {
    return rounders.computeIfAbsent(prefix, p -> new Rounder());
  }

  Rounder including(String prefix) {
    return rounders.computeIfAbsent("including " + prefix, p -> new Rounder());
  }

  /** The rest when this is the last of it, else the share of it in cents. */
  BigDecimal part(
      String prefix, BigDecimal rest, BigDecimal open, BigDecimal qty, boolean negative) {
    return qty.compareTo(open) == 0 ? rest : regular(prefix).share(rest, open, qty, negative);
  }
}

package dev.kontor.connector.shopware.price;

import dev.kontor.connector.shopware.api.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one audience pays in one currency.
 *
 * @param breaks by the smallest whole quantity they hold from; never empty
 */
record Sheet(Audience audience, String currency, TreeMap<Integer, Price> breaks) {

  static Sheet of(Fields sheet) {
    Audience audience = Audience.of(sheet);
    TreeMap<Integer, Price> breaks = new TreeMap<>();
    sheet.at("breaks").each().forEach(one -> breaks.put(from(one), Price.of(one)));
    if (breaks.isEmpty()) {
      throw sheet.wrong("breaks", "are missing; a sheet has at least one price");
    }
    return new Sheet(audience, sheet.required("currency"), breaks);
  }

  /** The shop sells whole pieces, so a price from 2.5 on holds from 3. */
  private static int from(Fields one) {
    BigDecimal from = one.requiredDecimal("from").setScale(0, RoundingMode.CEILING);
    if (from.signum() < 0 || from.precision() > 9) {
      throw one.wrong("from", "is no quantity a shop can sell");
    }
    return Math.max(1, from.intValue());
  }

  /** The price at a quantity; below the first break the first holds. */
  Price at(int quantity) {
    Map.Entry<Integer, Price> entry = breaks.floorEntry(quantity);
    return entry == null ? breaks.firstEntry().getValue() : entry.getValue();
  }
}

package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.totals.Prediction;
import dev.kontor.connector.businesscentral.totals.SalesDocument;
import dev.kontor.connector.businesscentral.totals.Totals;
import dev.kontor.model.Amount;
import dev.kontor.model.Order;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.TaxShare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The shop's totals beside those Business Central will compute, per tax rate. */
final class TotalsComparison {

  private static final Totals NOTHING = Totals.of(BigDecimal.ZERO, BigDecimal.ZERO);

  private final Order order;
  private final List<PreparedLine> lines;
  private final Totals erp;
  private final Map<BigDecimal, Totals> shopByRate = new TreeMap<>();
  private final Map<BigDecimal, Totals> erpByRate = new TreeMap<>();

  TotalsComparison(Order order, List<PreparedLine> lines, Prediction prediction) {
    this.order = order;
    this.lines = lines;
    this.erp = prediction.posted();
    Map<String, BigDecimal> rates = new TreeMap<>();
    lines.forEach(line -> rates.put(line.vat().identifier(), line.vat().charged()));
    prediction
        .groups()
        .forEach(
            (id, totals) ->
                erpByRate.merge(
                    rate(rates.getOrDefault(id, BigDecimal.ZERO)), totals, Totals::plus));
    shop(order);
  }

  private void shop(Order shopOrder) {
    if (shopOrder.taxes().isEmpty() || shopOrder.priceBasis() == PriceBasis.TAX_FREE) {
      shopByRate.put(rate(BigDecimal.ZERO), totals(shopOrder.total()));
      return;
    }
    for (TaxShare share : shopOrder.taxes()) {
      shopByRate.merge(rate(share.rate()), totals(share.amount()), Totals::plus);
    }
  }

  /** What Business Central lacks to the shop's gross; negative if it has too much. */
  BigDecimal grossGap() {
    return order.total().gross().subtract(erp.gross());
  }

  /** The largest difference of net or tax, of any rate or the whole. */
  BigDecimal taxGap() {
    BigDecimal gap =
        order
            .total()
            .tax()
            .subtract(erp.vat())
            .abs()
            .max(order.total().net().subtract(erp.net()).abs());
    for (BigDecimal rate : rates()) {
      gap = gap.max(shop(rate).vat().subtract(erp(rate).vat()).abs());
      gap = gap.max(shop(rate).net().subtract(erp(rate).net()).abs());
    }
    return gap;
  }

  /** The part of the shop's total for which it states no tax rate; zero if it is but rounding. */
  BigDecimal unrated() {
    BigDecimal unrated =
        shopByRate.values().stream()
            .map(Totals::gross)
            .reduce(order.total().gross(), BigDecimal::subtract);
    BigDecimal rounding = SalesDocument.CENT.multiply(BigDecimal.valueOf(order.lines().size() + 1));
    return unrated.abs().compareTo(rounding) > 0 ? unrated : BigDecimal.ZERO;
  }

  boolean equal() {
    return grossGap().signum() == 0 && taxGap().signum() == 0;
  }

  /** One sentence per difference, with its cause. */
  List<String> differences() {
    List<String> told = new ArrayList<>();
    for (BigDecimal rate : rates()) {
      Totals shop = shop(rate);
      Totals ours = erp(rate);
      if (shop.net().compareTo(ours.net()) != 0 || shop.vat().compareTo(ours.vat()) != 0) {
        told.add(
            plain(rate)
                + " %: shop net "
                + plain(shop.net())
                + " tax "
                + plain(shop.vat())
                + ", Business Central net "
                + plain(ours.net())
                + " tax "
                + plain(ours.vat())
                + " ("
                + cause(rate)
                + ")");
      }
    }
    if (grossGap().signum() != 0 || told.isEmpty()) {
      told.add(
          "gross: shop "
              + plain(order.total().gross())
              + ", Business Central "
              + plain(erp.gross()));
    }
    return told;
  }

  private String cause(BigDecimal rate) {
    for (PreparedLine line : lines) {
      boolean concerns =
          line.shopRate().compareTo(rate) == 0 || line.vat().charged().compareTo(rate) == 0;
      if (concerns && !line.sameRate()) {
        return line.name()
            + " is taxed with "
            + plain(line.shopRate())
            + " % in the shop and "
            + plain(line.vat().charged())
            + " % by tax group "
            + line.vat().group();
      }
    }
    if (unrated().signum() != 0) {
      return "the shop states no tax rate for "
          + plain(unrated())
          + " of its total, as for shipping where the goods cost nothing";
    }
    return lines.stream().anyMatch(line -> line.shopRate().compareTo(rate) == 0)
        ? "the shop rounds tax in its own steps, Business Central once per VAT identifier"
        : "no line carries this rate";
  }

  private Set<BigDecimal> rates() {
    Set<BigDecimal> rates = new TreeSet<>(shopByRate.keySet());
    rates.addAll(erpByRate.keySet());
    return rates;
  }

  private Totals shop(BigDecimal rate) {
    return shopByRate.getOrDefault(rate, NOTHING);
  }

  private Totals erp(BigDecimal rate) {
    return erpByRate.getOrDefault(rate, NOTHING);
  }

  private static Totals totals(Amount amount) {
    return Totals.of(amount.net(), amount.gross());
  }

  private static BigDecimal rate(BigDecimal rate) {
    return rate.signum() == 0 ? BigDecimal.ZERO : rate.stripTrailingZeros();
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }
}

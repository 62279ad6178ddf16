package dev.kontor.kit.totals;

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

/** The shop's totals beside those an ERP will compute, per tax rate. */
public final class TotalsComparison {

  private static final BigDecimal CENT = new BigDecimal("0.01");

  private final Order order;
  private final List<? extends TaxedLine> lines;
  private final Predicted predicted;
  private final Totals erp;
  private final Map<BigDecimal, Totals> shopByRate = new TreeMap<>();
  private final Map<BigDecimal, Totals> erpByRate = new TreeMap<>();

  /**
   * What an ERP will compute.
   *
   * @param system its name, for people
   * @param rounding how it rounds tax, for people, e.g. {@code once per VAT identifier}
   * @param taxGroup what it calls the thing that decides a line's rate
   * @param whole of the document
   * @param byRate parts of it by percentage; rates of zero may be written in any way
   */
  public record Predicted(
      String system,
      String rounding,
      String taxGroup,
      Totals whole,
      Map<BigDecimal, Totals> byRate) {
    public Predicted {
      byRate = Map.copyOf(byRate);
    }
  }

  public TotalsComparison(Order order, List<? extends TaxedLine> lines, Predicted predicted) {
    this.order = order;
    this.lines = lines;
    this.predicted = predicted;
    this.erp = predicted.whole();
    predicted.byRate().forEach((rate, part) -> erpByRate.merge(rate(rate), part, Totals::plus));
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

  /** What the ERP lacks to the shop's gross; negative if it has too much. */
  public BigDecimal grossGap() {
    return order.total().gross().subtract(erp.gross());
  }

  /** The largest difference of net or tax, of any rate or the whole. */
  public BigDecimal taxGap() {
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
  public BigDecimal unrated() {
    BigDecimal unrated =
        shopByRate.values().stream()
            .map(Totals::gross)
            .reduce(order.total().gross(), BigDecimal::subtract);
    BigDecimal rounding = CENT.multiply(BigDecimal.valueOf(order.lines().size() + 1));
    return unrated.abs().compareTo(rounding) > 0 ? unrated : BigDecimal.ZERO;
  }

  public boolean equal() {
    return grossGap().signum() == 0 && taxGap().signum() == 0;
  }

  /** One sentence per difference, with its cause. */
  public List<String> differences() {
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
                + ", "
                + predicted.system()
                + " net "
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
              + ", "
              + predicted.system()
              + " "
              + plain(erp.gross()));
    }
    return told;
  }

  /** Name of the ERP, for people. */
  String system() {
    return predicted.system();
  }

  private String cause(BigDecimal rate) {
    for (TaxedLine line : lines) {
      boolean concerns =
          line.shopRate().compareTo(rate) == 0 || line.erpRate().compareTo(rate) == 0;
      if (concerns && line.shopRate().compareTo(line.erpRate()) != 0) {
        return line.name()
            + " is taxed with "
            + plain(line.shopRate())
            + " % in the shop and "
            + plain(line.erpRate())
            + " % by "
            + predicted.taxGroup()
            + " "
            + line.taxGroup();
      }
    }
    if (unrated().signum() != 0) {
      return "the shop states no tax rate for "
          + plain(unrated())
          + " of its total, as for shipping where the goods cost nothing";
    }
    return lines.stream().anyMatch(line -> line.shopRate().compareTo(rate) == 0)
        ? "the shop rounds tax in its own steps, " + predicted.system() + " " + predicted.rounding()
        : "no line carries this rate";
  }

  private Set<BigDecimal> rates() {
    Set<BigDecimal> rates = new TreeSet<>(shopByRate.keySet());
    rates.addAll(erpByRate.keySet());
    return rates;
  }

  private Totals shop(BigDecimal rate) {
    return shopByRate.getOrDefault(rate, Totals.ZERO);
  }

  private Totals erp(BigDecimal rate) {
    return erpByRate.getOrDefault(rate, Totals.ZERO);
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

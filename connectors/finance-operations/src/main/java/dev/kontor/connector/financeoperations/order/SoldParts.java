package dev.kontor.connector.financeoperations.order;

import dev.kontor.model.LineKind;
import dev.kontor.model.Order;
import dev.kontor.model.OrderLine;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.TaxShare;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * Splits an order into parts of one item and one tax rate each; discounts are parts of their own.
 */
final class SoldParts {

  private final Order order;
  private final LineItems items;
  private final ChargeCodes charges;
  private final List<Sold> parts = new ArrayList<>();

  private SoldParts(Order order, JsonNode settings) {
    this.order = order;
    this.items = new LineItems(settings);
    this.charges = new ChargeCodes(settings);
  }

  /**
   * @throws FaultException {@link Fault.Invalid} naming the line that cannot be sold
   */
  static List<Sold> of(Order order, JsonNode settings) {
    SoldParts split = new SoldParts(order, settings);
    for (int i = 0; i < order.lines().size(); i++) {
      split.add(order.lines().get(i), "lines[" + i + "]");
    }
    return split.parts;
  }

  private void add(OrderLine line, String path) {
    switch (line.kind()) {
      case GOODS -> goods(line, path);
      case CUSTOM, GIFT_CARD, FEE, PROMOTION, CREDIT, SHIPPING -> others(line, path);
    }
  }

  private void goods(OrderLine line, String path) {
    if (line.sku() == null || line.sku().isBlank()) {
      throw invalid(path + ".sku", "is missing on a line of goods; give the product a number");
    }
    if (line.quantity().signum() <= 0) {
      throw invalid(path + ".quantity", "is not above zero; a return is not part of an order");
    }
    List<TaxShare> shares = shares(line);
    if (shares.size() != 1) {
      throw invalid(
          path + ".taxes",
          "mixes " + shares.size() + " tax rates, which one order line cannot; split the article");
    }
    BigDecimal amount = line.amount().on(order.priceBasis());
    if (amount.signum() < 0) {
      throw invalid(path + ".amount", "is negative on a line of goods; enter the order by hand");
    }
    parts.add(
        new Sold(
            path + " (" + line.sku() + ")",
            line.kind(),
            line.sku(),
            line.text(),
            line.quantity(),
            line.unitPrice(),
            amount,
            shares.getFirst().rate(),
            ""));
  }

  /** One part of quantity 1 per tax rate, so that each share is taxed as the shop taxed it. */
  private void others(OrderLine line, String path) {
    for (TaxShare share : shares(line)) {
      BigDecimal amount = share.amount().on(order.priceBasis());
      if (amount.signum() != 0) {
        boolean charged = amount.signum() > 0;
        String item = item(line.kind(), share.rate(), charged, path);
        parts.add(
            new Sold(
                path,
                line.kind(),
                item,
                line.text(),
                BigDecimal.ONE,
                amount,
                amount,
                share.rate(),
                charged ? charges.taxGroup(line.kind(), share.rate()) : ""));
      }
    }
  }

  /** Blank for what is taken off other lines; the charges code of a charge of the header. */
  private String item(LineKind kind, BigDecimal rate, boolean charged, String path) {
    String code = charged ? charges.code(kind) : "";
    if (!code.isEmpty()) {
      return code;
    }
    boolean granted = kind == LineKind.PROMOTION || kind == LineKind.CREDIT;
    String item = charged || granted ? items.of(kind, rate).orElse("") : "";
    if (charged && item.isEmpty()) {
      throw invalid(path, missing(kind));
    }
    return item;
  }

  private static String missing(LineKind kind) {
    return "is a "
        + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + " line, but setting "
        + LineItems.setting(kind)
        + " names no item for it; set it";
  }

  /** A line without stated rates is untaxed. */
  private List<TaxShare> shares(OrderLine line) {
    return line.taxes().isEmpty() || order.priceBasis() == PriceBasis.TAX_FREE
        ? List.of(new TaxShare(BigDecimal.ZERO, line.amount()))
        : line.taxes();
  }

  private static FaultException invalid(String field, String problem) {
    return new FaultException(new Fault.Invalid(field, problem, null));
  }
}

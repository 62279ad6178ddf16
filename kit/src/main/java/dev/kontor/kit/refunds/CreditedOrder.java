package dev.kontor.kit.refunds;

import dev.kontor.model.Amount;
import dev.kontor.model.LineKind;
import dev.kontor.model.Order;
import dev.kontor.model.OrderLine;
import dev.kontor.model.OrderRefund;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.Refund;
import dev.kontor.model.RefundLine;
import dev.kontor.model.TaxShare;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a refund takes back of its order, in the form of an order: its lines are those of the credit
 * memo, its total is the refund. Pure.
 */
public final class CreditedOrder {

  private static final String REST = "Refund";

  private final Order order;
  private final Refund refund;
  private final BigDecimal amount;
  private final boolean restock;
  private final PriceBasis basis;
  private final RefundTaxes taxes;
  private final List<OrderLine> lines = new ArrayList<>();

  private CreditedOrder(Order order, Refund refund, BigDecimal amount, RefundRules rules) {
    boolean net = rules.withoutTax() && order.priceBasis() == PriceBasis.GROSS;
    this.basis = net ? PriceBasis.NET : order.priceBasis();
    this.order = order;
    this.refund = refund;
    this.amount = amount;
    this.taxes = new RefundTaxes(order, refund, rules.splits());
    this.restock =
        switch (refund.restock()) {
          case YES -> true;
          case NO -> false;
          case UNKNOWN -> rules.restocks();
        };
  }

  /**
   * @throws FaultException {@link Fault.Invalid} if the shop does not say what is needed
   */
  public static Order of(OrderRefund both, RefundRules rules) {
    Order order = both.order();
    BigDecimal amount = both.refund().amount();
    if (amount == null) {
      throw invalid(
          "amount",
          "is unknown: the shop says that order "
              + order.number()
              + " was refunded in part, not how much; enter the credit memo by hand, then discard"
              + " this message");
    }
    if (amount.signum() <= 0) {
      throw invalid("amount", "is " + amount.toPlainString() + ", so there is nothing to credit");
    }
    return new CreditedOrder(order, both.refund(), amount, rules).credited();
  }

  private Order credited() {
    boolean whole = refund.lines().isEmpty() && amount.compareTo(order.total().gross()) == 0;
    if (whole) {
      order.lines().forEach(line -> add(line, line.quantity(), line.amount(), line.taxes()));
      return credited(order.total(), order.taxes());
    }
    refund
        .lines()
        .forEach(line -> add(ordered(line), line.quantity(), line.amount(), line.taxes()));
    List<TaxShare> shares = new ArrayList<>();
    lines.forEach(line -> shares.addAll(line.taxes()));
    BigDecimal rest = amount.subtract(gross(shares));
    if (rest.signum() != 0) {
      List<TaxShare> left = taxes.of(rest, shares);
      rest(left);
      shares.addAll(left);
    }
    List<TaxShare> byRate = RefundTaxes.byRate(shares);
    return credited(RefundTaxes.sum(byRate), byRate);
  }

  private OrderLine ordered(RefundLine line) {
    return order.lines().stream()
        .filter(l -> l.id().equals(line.lineId()))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    "lines",
                    "name a line that order "
                        + order.number()
                        + " does not have any more; enter the credit memo by hand, then discard"
                        + " this message"));
  }

  private static BigDecimal gross(List<TaxShare> shares) {
    return RefundTaxes.sum(shares).gross();
  }

  /** Goods that do not come back are credited as money. */
  private void add(OrderLine line, BigDecimal pieces, Amount of, List<TaxShare> taxes) {
    boolean kept = line.kind() == LineKind.GOODS && !restock;
    boolean asSold = order.priceBasis() == basis && of.equals(line.amount());
    lines.add(
        new OrderLine(
            line.id(),
            line.parentId(),
            kept ? LineKind.CREDIT : line.kind(),
            line.sku(),
            line.description(),
            pieces,
            asSold ? line.unitPrice() : BigDecimal.ZERO,
            of,
            taxes,
            line.options(),
            line.extra()));
  }

  private void rest(List<TaxShare> shares) {
    lines.add(
        new OrderLine(
            "rest",
            null,
            LineKind.CREDIT,
            null,
            REST + " " + order.number(),
            BigDecimal.ONE,
            BigDecimal.ZERO,
            RefundTaxes.sum(shares),
            shares,
            List.of(),
            Map.of()));
  }

  private Order credited(Amount total, List<TaxShare> taxes) {
    return new Order(
        order.id(),
        order.number(),
        order.channel(),
        order.language(),
        order.currency(),
        order.currencyFactor(),
        basis,
        order.state(),
        order.paymentState(),
        order.placedAt(),
        order.customer(),
        order.billTo(),
        order.shipTo(),
        lines,
        total,
        taxes,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        List.of(),
        Map.of());
  }

  private static FaultException invalid(String field, String problem) {
    return new FaultException(new Fault.Invalid("refund." + field, problem, null));
  }
}

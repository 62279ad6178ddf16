package dev.kontor.connector.businesscentral;

import dev.kontor.model.Amount;
import dev.kontor.model.Order;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.Refund;
import dev.kontor.model.TaxShare;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** At which rates the part of a refund is taxed that is about no line of the order; pure. */
final class RefundTaxes {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Order order;
  private final Refund refund;
  private final boolean splits;

  /**
   * @param splits whether several rates share what the shop says nothing of, as they share the
   *     order
   */
  RefundTaxes(Order order, Refund refund, boolean splits) {
    this.order = order;
    this.refund = refund;
    this.splits = splits;
  }

  /**
   * As the shop stated it for the whole refund, else at the rates the order has.
   *
   * @param rest gross, negative if something was kept back
   * @param others what lines are credited for
   * @throws FaultException {@link Fault.Invalid} if more than one rate is possible and a person is
   *     to say which
   */
  List<TaxShare> of(BigDecimal rest, List<TaxShare> others) {
    if (order.priceBasis() == PriceBasis.TAX_FREE) {
      return List.of(new TaxShare(BigDecimal.ZERO, Amount.ofNet(rest, BigDecimal.ZERO)));
    }
    List<TaxShare> stated = stated(rest, others);
    if (!stated.isEmpty()) {
      return stated;
    }
    List<TaxShare> rates = byRate(order.taxes());
    if (rates.isEmpty() || (rates.size() > 1 && !splits)) {
      throw new FaultException(
          new Fault.Invalid(
              "refund.taxes",
              "do not say at which rate "
                  + rest.toPlainString()
                  + " "
                  + order.currency()
                  + " of the refund is taxed, and the order has "
                  + rates.size()
                  + " rates; set refundRest to proportional, or enter the credit memo by hand and"
                  + " discard this message",
              null));
    }
    return split(rest, rates);
  }

  /** In proportion to gross; what rounding leaves goes to the later rates, so the sum is exact. */
  private static List<TaxShare> split(BigDecimal rest, List<TaxShare> rates) {
    BigDecimal whole = sum(rates).gross();
    if (rates.size() == 1 || whole.signum() == 0) {
      return List.of(share(rates.getFirst().rate(), rest));
    }
    List<TaxShare> shares = new ArrayList<>();
    BigDecimal passed = BigDecimal.ZERO;
    BigDecimal given = BigDecimal.ZERO;
    for (TaxShare rate : rates) {
      passed = passed.add(rate.amount().gross());
      BigDecimal upTo =
          rest.multiply(passed).divide(whole, Math.max(rest.scale(), 2), RoundingMode.HALF_UP);
      BigDecimal part = upTo.subtract(given);
      given = upTo;
      if (part.signum() != 0) {
        shares.add(share(rate.rate(), part));
      }
    }
    return shares;
  }

  /** Empty if nothing is stated, or something else than what is left. */
  private List<TaxShare> stated(BigDecimal rest, List<TaxShare> others) {
    List<TaxShare> all = new ArrayList<>(refund.taxes());
    others.forEach(share -> all.add(new TaxShare(share.rate(), share.amount().negated())));
    List<TaxShare> left =
        byRate(all).stream().filter(share -> share.amount().gross().signum() != 0).toList();
    boolean explains =
        sum(left).gross().compareTo(rest) == 0
            && left.stream().allMatch(s -> s.amount().gross().signum() == rest.signum());
    return explains ? left : List.of();
  }

  private static TaxShare share(BigDecimal rate, BigDecimal gross) {
    BigDecimal tax =
        gross
            .multiply(rate)
            .divide(rate.add(HUNDRED), Math.max(gross.scale(), 2), RoundingMode.HALF_UP);
    return new TaxShare(rate, Amount.ofGross(gross, tax));
  }

  static Amount sum(List<TaxShare> shares) {
    return shares.stream().map(TaxShare::amount).reduce(Amount.ZERO, Amount::plus);
  }

  /** One share per rate, lowest first. */
  static List<TaxShare> byRate(List<TaxShare> shares) {
    Map<BigDecimal, TaxShare> sums = new TreeMap<>();
    for (TaxShare share : shares) {
      sums.merge(
          share.rate(), share, (a, b) -> new TaxShare(a.rate(), a.amount().plus(b.amount())));
    }
    return List.copyOf(sums.values());
  }
}

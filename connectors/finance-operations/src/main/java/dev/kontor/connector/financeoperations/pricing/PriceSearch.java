package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One search for the lowest agreed price (rules P3 to P11). */
final class PriceSearch {

  private static final Comparator<FoundPrice> CHEAPEST =
      Comparator.comparing(FoundPrice::perUnit)
          .thenComparing(f -> of(f).range().from())
          .thenComparing(f -> of(f).range().to())
          .thenComparing(
              f -> of(f).validity().from(), Comparator.nullsFirst(Comparator.naturalOrder()));

  /** Record ids by their number. */
  private static final Comparator<FoundPrice> RECORD =
      Comparator.<FoundPrice>comparingInt(f -> of(f).id().length()).thenComparing(f -> of(f).id());

  private final Switches switches;
  private final PriceTerms terms;
  private final BigDecimal quantity;
  private final BigDecimal factor;
  private final Walk walk;
  private @Nullable FoundPrice best;

  /**
   * @param factor units searched for in one of the line's
   */
  PriceSearch(
      Subject subject,
      Criteria criteria,
      PriceParameters parameters,
      PriceTerms terms,
      BigDecimal factor) {
    this.switches = parameters.switches();
    this.terms = terms;
    this.quantity = criteria.quantity();
    this.factor = factor;
    this.walk = new Walk(subject, criteria, parameters);
  }

  private static TradeAgreement of(FoundPrice found) {
    return Objects.requireNonNull(found.agreement());
  }

  PriceSearch through(AgreementBook book) {
    walk.through(book, this::combination);
    return this;
  }

  /** Null if no agreement has a price. */
  @Nullable FoundPrice best() {
    return best;
  }

  /** In the order the rows were looked at. */
  List<Finding> findings() {
    TradeAgreement winner = best == null ? null : best.agreement();
    return walk.findings().stream()
        .map(
            f -> {
              if (f.verdict() != Verdict.NOT_LOWEST) {
                return f;
              }
              return f.agreement().equals(winner)
                  ? new Finding(f.agreement(), Verdict.WON, f.price(), null)
                  : new Finding(f.agreement(), Verdict.NOT_LOWEST, f.price(), winner);
            })
        .toList();
  }

  private void combination(List<TradeAgreement> counting) {
    int level = counting.stream().mapToInt(this::level).min().orElseThrow();
    counting.stream()
        .filter(row -> level(row) > level)
        .forEach(row -> walk.note(row, Verdict.LESS_SPECIFIC));
    List<FoundPrice> rows =
        counting.stream()
            .filter(row -> level(row) == level)
            .map(row -> terms.ofAgreement(row, quantity, factor))
            .sorted(order())
            .toList();
    for (FoundPrice row : rows) {
      if (walk.hasEnded()) {
        walk.notReached(of(row));
      } else {
        compete(row);
        if (!of(row).findNext() && decides(row, rows)) {
          walk.end(of(row));
        }
      }
    }
  }

  /** Rows with a lower number hide those with a higher one. */
  private int level(TradeAgreement row) {
    int filled = row.dimensions().size();
    return switch (switches.dimensionOrder()) {
      case DIMENSIONED_FIRST -> filled == 0 ? 1 : 0;
      case MOST_SPECIFIC_FIRST -> -filled;
      case TOGETHER -> 0;
    };
  }

  private Comparator<FoundPrice> order() {
    return switch (switches.rowOrder()) {
      case CHEAPEST_FIRST, CHEAPEST_DECIDES -> CHEAPEST.thenComparing(RECORD);
      case RECORD_ORDER -> RECORD;
    };
  }

  private boolean decides(FoundPrice row, List<FoundPrice> rows) {
    return switch (switches.rowOrder()) {
      case CHEAPEST_FIRST, RECORD_ORDER -> true;
      case CHEAPEST_DECIDES -> row.equals(rows.getFirst());
    };
  }

  private void compete(FoundPrice found) {
    if (found.price().signum() == 0 && switches.zeroPrice() == Switches.ZeroPrice.NO_PRICE) {
      walk.note(of(found), Verdict.ZERO);
      return;
    }
    walk.note(new Finding(of(found), Verdict.NOT_LOWEST, found.perUnit(), null));
    if (best == null || found.perUnit().compareTo(best.perUnit()) < 0) {
      best = found;
    }
  }
}

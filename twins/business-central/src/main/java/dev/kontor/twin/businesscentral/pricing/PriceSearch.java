package dev.kontor.twin.businesscentral.pricing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The discount first, then the price it makes cheapest; who it was agreed with does not matter
 * (pricing.md, algorithm).
 */
final class PriceSearch {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Model model;
  private final Question question;
  private final List<PriceLine> lines;

  /** The lines in the order of their table. */
  PriceSearch(Model model, Question question, List<PriceLine> lines) {
    this.model = model;
    this.question = question;
    this.lines = lines;
  }

  Found find() {
    BigDecimal discount = discount();
    List<PriceLine> candidates = candidates(PriceLine.Amount.PRICE);
    PriceLine best = price(candidates, discount);
    PriceLine winner = best == null ? question.card() : best;
    boolean discounted = winner.allowLineDiscount();
    return new Found(
        Conversion.of(winner, question),
        discounted ? discount : BigDecimal.ZERO,
        discounted,
        winner.allowInvoiceDiscount(),
        !candidates.isEmpty());
  }

  /** Rule 9: the highest qualifying percentage. */
  private BigDecimal discount() {
    PriceLine best = null;
    for (PriceLine next : qualifying(candidates(PriceLine.Amount.DISCOUNT))) {
      boolean higher = best == null || next.discountPercent().compareTo(best.discountPercent()) > 0;
      if (replaces(best, next, higher)) {
        best = next;
      }
    }
    return best == null ? BigDecimal.ZERO : best.discountPercent();
  }

  /** Rule 10: the lowest price after the discount it allows; the first one on a tie. */
  private @Nullable PriceLine price(List<PriceLine> candidates, BigDecimal discount) {
    PriceLine best = null;
    BigDecimal lowest = BigDecimal.ZERO;
    for (PriceLine next : qualifying(candidates)) {
      BigDecimal rank = rank(next, discount);
      boolean lower = !model.isPrice(lowest) || rank.compareTo(lowest) < 0;
      if (replaces(best, next, lower)) {
        best = next;
        lowest = rank;
      }
    }
    return best;
  }

  private boolean replaces(@Nullable PriceLine best, PriceLine next, boolean better) {
    if (best == null) {
      return true;
    }
    return switch (model.weigh(best, next)) {
      case WINS -> true;
      case LOSES -> false;
      case AMOUNT_DECIDES -> better;
    };
  }

  private BigDecimal rank(PriceLine line, BigDecimal discount) {
    BigDecimal price = Conversion.of(line, question);
    return line.allowLineDiscount() && question.allowLineDiscount()
        ? price.multiply(HUNDRED.subtract(discount)).divide(HUNDRED, MathContext.DECIMAL128)
        : price;
  }

  private List<PriceLine> qualifying(List<PriceLine> candidates) {
    return candidates.stream().filter(line -> line.qualifies(question)).toList();
  }

  // Rules 4 and 5: lines for all items count for a source that has none for this item.
  private List<PriceLine> candidates(PriceLine.Amount wanted) {
    List<PriceLine> offered =
        lines.stream()
            .filter(line -> question.sources().contains(line.source()))
            .filter(line -> line.offers(wanted) && line.suits(question))
            .toList();
    Set<Source> specific = new HashSet<>();
    List<PriceLine> found = new ArrayList<>();
    offered.stream().filter(this::isOfItem).forEach(line -> specific.add(line.source()));
    for (PriceLine line : offered) {
      boolean ofAllItems = line.asset().isEmpty() && !line.itemGroup();
      if (isOfItem(line) || (ofAllItems && !specific.contains(line.source()))) {
        found.add(line);
      }
    }
    return found;
  }

  private boolean isOfItem(PriceLine line) {
    String wanted = line.itemGroup() ? question.itemDiscountGroup() : question.item();
    return !line.asset().isEmpty() && line.asset().equals(wanted);
  }
}

package dev.kontor.engine.stock;

import dev.kontor.spi.Standing;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The stock of one SKU: what the rule says now, what the shop was told last and what it shows.
 *
 * @param told null if the shop was never told
 * @param doubtful whether a sale, an edit or a cancellation crossed what it was told
 * @param unanswered how long a figure whose write was not answered may still arrive, null if none
 */
public record SeenStock(
    StockFigure figure,
    StockLevelStore.@Nullable Level told,
    boolean doubtful,
    @Nullable Duration unanswered,
    Standing there) {

  public String sku() {
    return figure.sku();
  }

  /** Whether the shop has the article, or once was told of it. */
  public boolean isConcerned() {
    return told != null || !(there instanceof Standing.Absent);
  }

  /** Whether the shop was told what the rule says now, less what it has sold itself since. */
  public boolean isTold() {
    return told != null && told.expected().compareTo(figure.quantity()) == 0;
  }

  /** Whether the ERP's part of the rule is another than when the shop was told. */
  public boolean isOtherInErp() {
    BigDecimal then = told == null ? BigDecimal.ZERO : ToldTerms.of(told).erp();
    return ToldTerms.of(figure).erp().compareTo(then) != 0;
  }

  /**
   * Whether the flow's settings are others than when the shop was told, and the ERP states the same
   * of everything that counted then and counts now.
   */
  public boolean isOtherBySettings() {
    if (told == null) {
      return false;
    }
    ToldTerms then = ToldTerms.of(told);
    ToldTerms now = ToldTerms.of(figure);
    return !now.settings().equals(then.settings()) && now.isSameInErp(then);
  }

  /** Whether somebody changed what the shop shows after the hub began to write it. */
  public boolean wasTouched(Standing.Other other) {
    return told != null
        && !other.changedAt().isBefore(told.began().minus(StockLevelStore.CLOCK_DIFFERENCE));
  }
}

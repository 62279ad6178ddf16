package dev.kontor.engine.stock;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Standing;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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
    return change(StockTerms.ERP).signum() != 0;
  }

  /** Whether the flow's settings alone make the figure another one than the shop was told. */
  public boolean isOtherBySettings() {
    BigDecimal change = change(StockTerms.SETTING);
    return told != null
        && change.signum() != 0
        && figure.quantity().subtract(told.expected()).compareTo(change) == 0;
  }

  /** Whether somebody changed what the shop shows after the hub began to write it. */
  public boolean wasTouched(Standing.Other other) {
    return told != null
        && !other.changedAt().isBefore(told.began().minus(StockLevelStore.CLOCK_DIFFERENCE));
  }

  private BigDecimal change(String source) {
    BigDecimal now = sum(figure.terms(), source);
    return told == null ? now : now.subtract(sum(ModelJson.parse(told.terms()), source));
  }

  private static BigDecimal sum(List<StockTerm> terms, String source) {
    return terms.stream()
        .filter(term -> term.source().equals(source))
        .map(StockTerm::quantity)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal sum(JsonNode terms, String source) {
    return terms
        .valueStream()
        .filter(term -> term.path("source").asString("").equals(source))
        .map(term -> new BigDecimal(term.path("quantity").asString("0")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

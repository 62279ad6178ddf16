package dev.kontor.connector.businesscentral.pricing;

import dev.kontor.connector.businesscentral.totals.Rounding;
import java.math.BigDecimal;
import java.util.List;

/**
 * Computes what Business Central's calculation method "Lowest Price" puts on a sales line of an
 * item (business-central/pricing.md). Partners can plug in methods of their own; those are not
 * known here.
 */
public record PriceEngine(PriceModel model) {

  /** Both searches of one question. */
  private record Searches(Contest discounts, Contest prices, boolean anyPriceLine) {}

  /**
   * @throws IllegalArgumentException if the item's card or a VAT posting setup is missing in the
   *     book, or a price includes VAT under sales tax
   */
  public PriceAnswer price(PriceQuestion question, PriceBook book) {
    return switch (question.prior()) {
      case PriorPrice.None none -> searched(question, book);
      case PriorPrice.OnLine line -> searchedAgain(question, book, line);
      case PriorPrice.FromPostedDocument posted ->
          copied(
              question,
              book,
              question
                  .quantityPerUnit()
                  .multiply(posted.unitPrice())
                  .divide(posted.quantityPerUnit(), Rounding.AL),
              posted.lineDiscountPercent(),
              PriceOrigin.POSTED_DOCUMENT);
      case PriorPrice.FromBlanketOrder blanket ->
          copied(
              question,
              book,
              blanket.unitPrice(),
              blanket.lineDiscountPercent(),
              PriceOrigin.BLANKET_ORDER);
    };
  }

  private PriceAnswer searched(PriceQuestion question, PriceBook book) {
    return concluded(question, book, search(question, book));
  }

  private PriceAnswer searchedAgain(
      PriceQuestion question, PriceBook book, PriorPrice.OnLine line) {
    Searches searches = search(question, book);
    if (searches.anyPriceLine || !line.changed().leavesPriceAlone()) {
      return concluded(question, book, searches);
    }
    return answer(
        question,
        new LinePricing(
            line.unitPrice(),
            question.audience().allowLineDiscount(),
            book.card(question.itemNo()).allowInvoiceDiscount(),
            PriceOrigin.LEFT_ALONE),
        searches);
  }

  private PriceAnswer copied(
      PriceQuestion question,
      PriceBook book,
      BigDecimal unitPrice,
      BigDecimal percent,
      PriceOrigin origin) {
    return new LinePricing(
            unitPrice,
            question.audience().allowLineDiscount(),
            book.card(question.itemNo()).allowInvoiceDiscount(),
            origin)
        .answer(question, percent, percent, List.of(), List.of());
  }

  /**
   * Rules 12 and 13: the winning line's flags replace the sales line's, the card's price does not.
   */
  private static PriceAnswer concluded(PriceQuestion question, PriceBook book, Searches searches) {
    Contender best = searches.prices.best();
    if (best != null) {
      return answer(
          question,
          new LinePricing(
              best.value(),
              best.line().allowLineDiscount(),
              best.line().allowInvoiceDiscount(),
              PriceOrigin.PRICE_LIST),
          searches);
    }
    ItemCard card = book.card(question.itemNo());
    return answer(
        question,
        new LinePricing(
            new PriceConversion(question, book).ofCard(card),
            question.audience().allowLineDiscount(),
            card.allowInvoiceDiscount(),
            PriceOrigin.ITEM_CARD),
        searches);
  }

  private static PriceAnswer answer(
      PriceQuestion question, LinePricing pricing, Searches searches) {
    BigDecimal found = percent(searches.discounts);
    return pricing.answer(
        question,
        found,
        pricing.allowLineDiscount() ? found : BigDecimal.ZERO,
        searches.prices.candidates(),
        searches.discounts.candidates());
  }

  private static BigDecimal percent(Contest discounts) {
    Contender best = discounts.best();
    return best == null ? BigDecimal.ZERO : best.value();
  }

  private Searches search(PriceQuestion question, PriceBook book) {
    OwnLines own = new OwnLines(question, model, book);
    Contest discounts = discounts(question, own);
    CandidateLines lines = CandidateLines.find(question, AmountType.PRICE, own, model);
    Contest prices = new Contest(model, model::isLower, lines.rejected());
    PriceConversion conversion = new PriceConversion(question, book);
    BigDecimal discount = percent(discounts);
    for (PriceListLine line : lines.admitted()) {
      if (LineFilter.isInMinimumQuantity(line, question)) {
        BigDecimal price = conversion.ofLine(line);
        BigDecimal off = counts(line, question) ? discount : BigDecimal.ZERO;
        prices.enter(new Contender(line, price, Rounding.less(price, off)));
      } else {
        prices.miss(line);
      }
    }
    return new Searches(discounts, prices, !lines.admitted().isEmpty());
  }

  /** Rule 10: the discount counts in the ranking where price and sales line allow it. */
  private boolean counts(PriceListLine line, PriceQuestion question) {
    return line.allowLineDiscount()
        && (question.audience().allowLineDiscount() || !model.ranksByLineFlag());
  }

  /** Rule 9. */
  private Contest discounts(PriceQuestion question, OwnLines own) {
    CandidateLines lines = CandidateLines.find(question, AmountType.DISCOUNT, own, model);
    Contest contest =
        new Contest(
            model,
            (challenger, best) ->
                challenger.rank().compareTo(best == null ? BigDecimal.ZERO : best.rank()) > 0,
            lines.rejected());
    for (PriceListLine line : lines.admitted()) {
      if (LineFilter.isInMinimumQuantity(line, question)) {
        BigDecimal percent = line.lineDiscountPercent();
        contest.enter(new Contender(line, percent, percent));
      } else {
        contest.miss(line);
      }
    }
    return contest;
  }
}

package dev.kontor.connector.magento.quote;

import dev.kontor.spi.Fault;
import java.math.BigDecimal;

/** Tells the step that an answer asks for. */
final class Steps {

  private Steps() {}

  static Step of(Answer answer, ShopQuote quote) {
    return switch (answer.state()) {
      case OFFERED -> offered(answer, quote);
      case DECLINED -> declined(quote);
      case REQUESTED, ORDERED, EXPIRED -> new Step.Stay();
    };
  }

  private static Step offered(Answer answer, ShopQuote quote) {
    boolean priced = isPriced(answer, quote);
    if (quote.isSellersTurn()) {
      return answer.pieces().equals(quote.pieces())
          ? new Step.Offer(priced)
          : contradicts(
              "lines",
              "are not what the buyer asks for by now; the offer waits for one of the new pieces");
    }
    if (priced && quote.isOffered()) {
      return new Step.Stay();
    }
    return contradicts(
        "state",
        "is an offer, but the shop's quote is "
            + quote.status()
            + ", and takes one only while it is the seller's turn");
  }

  private static boolean isPriced(Answer answer, ShopQuote quote) {
    BigDecimal proposed = quote.proposed();
    BigDecimal offered = answer.offered();
    String day = answer.lastDay() == null ? "" : answer.lastDay().toString();
    String there = quote.lastDay() == null ? "" : quote.lastDay();
    return proposed != null
        && offered != null
        && proposed.compareTo(offered) == 0
        && (day.isEmpty() || there.startsWith(day));
  }

  private static Step declined(ShopQuote quote) {
    if (quote.isSellersTurn()) {
      return new Step.Decline();
    }
    return switch (quote.status()) {
      case "declined", "closed", "expired" -> new Step.Stay();
      default -> contradicts("state", "is DECLINED, but the shop's quote is " + quote.status());
    };
  }

  private static Step.Contradiction contradicts(String field, String problem) {
    return new Step.Contradiction(new Fault.Invalid(field, problem, null));
  }
}

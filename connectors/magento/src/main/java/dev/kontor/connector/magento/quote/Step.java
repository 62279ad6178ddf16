package dev.kontor.connector.magento.quote;

import dev.kontor.spi.Fault;
import java.math.BigDecimal;

/** What an answer asks of the shop, by how the quote stands there; nothing is asked twice. */
sealed interface Step {

  /**
   * An offer to make.
   *
   * @param priced whether the price stands there already, and only the buyer must be told
   */
  record Offer(boolean priced) implements Step {}

  record Decline() implements Step {}

  /** The shop has it so, or it is not the shop's business. */
  record Stay() implements Step {}

  /** The shop contradicts; a person decides. */
  record Contradiction(Fault fault) implements Step {}

  static Step of(Answer answer, ShopQuote quote) {
    return switch (answer.state()) {
      case OFFERED -> offered(answer, quote);
      case DECLINED -> declined(quote);
      case REQUESTED, ORDERED, EXPIRED -> new Stay();
    };
  }

  private static Step offered(Answer answer, ShopQuote quote) {
    boolean priced = isPriced(answer, quote);
    if (quote.isSellersTurn()) {
      return answer.pieces().equals(quote.pieces())
          ? new Offer(priced)
          : contradicts(
              "lines",
              "are not what the buyer asks for by now; the offer waits for one of the new pieces");
    }
    if (priced && quote.isOffered()) {
      return new Stay();
    }
    return contradicts(
        "state",
        "is an offer, but the shop's quote is "
            + quote.status()
            + ", and takes one only while it is the seller's turn");
  }

  static boolean isPriced(Answer answer, ShopQuote quote) {
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
      return new Decline();
    }
    return switch (quote.status()) {
      case "declined", "closed", "expired" -> new Stay();
      default -> contradicts("state", "is DECLINED, but the shop's quote is " + quote.status());
    };
  }

  private static Contradiction contradicts(String field, String problem) {
    return new Contradiction(new Fault.Invalid(field, problem, null));
  }
}

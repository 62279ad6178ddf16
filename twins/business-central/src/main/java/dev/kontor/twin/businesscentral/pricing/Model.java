package dev.kontor.twin.businesscentral.pricing;

import java.math.BigDecimal;

/** The two generations of price tables; they weigh currency and variant differently. */
public enum Model {
  /** Price lists, the only ones since the feature SalesPrices is on. */
  PRICE_LISTS {
    // pricing.md rule 11: a gain without a loss wins, a loss without a gain never does.
    @Override
    Weight weigh(PriceLine best, PriceLine next) {
      boolean gains = gains(best, next);
      boolean loses = gains(next, best);
      if (gains != loses) {
        return gains ? Weight.WINS : Weight.LOSES;
      }
      return Weight.AMOUNT_DECIDES;
    }
  },
  /** Sales prices and sales line discounts of former versions. */
  SALES_PRICES {
    // Any gain wins, even against a loss; a price of 0 counts as none (pricing.md, V15).
    @Override
    Weight weigh(PriceLine best, PriceLine next) {
      if (gains(best, next)) {
        return Weight.WINS;
      }
      return gains(next, best) ? Weight.LOSES : Weight.AMOUNT_DECIDES;
    }

    @Override
    boolean isPrice(BigDecimal amount) {
      return amount.signum() != 0;
    }
  };

  /** How a line stands against the best one so far. */
  enum Weight {
    WINS,
    LOSES,
    AMOUNT_DECIDES
  }

  abstract Weight weigh(PriceLine best, PriceLine next);

  /** Whether such a best price stands at all. */
  boolean isPrice(BigDecimal amount) {
    return amount.signum() >= 0;
  }

  private static boolean gains(PriceLine best, PriceLine next) {
    return (best.currency().isEmpty() && !next.currency().isEmpty())
        || (best.variant().isEmpty() && !next.variant().isEmpty());
  }
}

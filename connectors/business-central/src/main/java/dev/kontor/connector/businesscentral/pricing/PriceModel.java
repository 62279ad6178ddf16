package dev.kontor.connector.businesscentral.pricing;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Which of Business Central's two price calculations a company uses; all they differ in stands
 * here. Both may be met up to version 29, so a connection must find out which.
 */
public enum PriceModel {
  /** Price lists, "Price Calculation - V16". */
  V16 {
    @Override
    boolean asks(SourceType source) {
      return true;
    }

    @Override
    boolean takesHeaderCampaign() {
      return true;
    }

    @Override
    boolean hasAllItems() {
      return true;
    }

    @Override
    boolean ranksByLineFlag() {
      return true;
    }

    @Override
    Guard guard(boolean gains, boolean loses) {
      if (gains == loses) {
        return Guard.AMOUNTS_DECIDE;
      }
      return gains ? Guard.REPLACES : Guard.YIELDS;
    }

    @Override
    boolean isLower(Contender challenger, @Nullable Contender best) {
      return best == null || challenger.rank().compareTo(best.rank()) < 0;
    }

    @Override
    Comparator<PriceListLine> order() {
      return Comparator.comparing(PriceListLine::key);
    }
  },

  /**
   * The tables Sales Price and Sales Line Discount, SalesPriceCalcMgt.Codeunit.al: a contact only
   * finds campaigns, the header's campaign is not asked (SalesLinePriceExists passes none), and the
   * ranking looks at the price's own flag only (CalcLineAmount).
   */
  V15 {
    @Override
    boolean asks(SourceType source) {
      return source != SourceType.CONTACT;
    }

    @Override
    boolean takesHeaderCampaign() {
      return false;
    }

    @Override
    boolean hasAllItems() {
      return false;
    }

    @Override
    boolean ranksByLineFlag() {
      return false;
    }

    @Override
    Guard guard(boolean gains, boolean loses) {
      if (gains) {
        return Guard.REPLACES;
      }
      return loses ? Guard.YIELDS : Guard.AMOUNTS_DECIDE;
    }

    @Override
    boolean isLower(Contender challenger, @Nullable Contender best) {
      return best == null || best.value().signum() == 0 || V16.isLower(challenger, best);
    }

    @Override
    Comparator<PriceListLine> order() {
      return LegacyOrder.COMPARATOR;
    }
  };

  abstract boolean asks(SourceType source);

  abstract boolean takesHeaderCampaign();

  /** Whether lines for all items are a lower level of each source (rule 5). */
  abstract boolean hasAllItems();

  /** Whether the sales line's own flag keeps the discount out of the ranking (rule 10). */
  abstract boolean ranksByLineFlag();

  /**
   * @param gains the candidate has a currency or a variant where the best has none
   * @param loses it has none where the best has one
   */
  abstract Guard guard(boolean gains, boolean loses);

  abstract boolean isLower(Contender challenger, @Nullable Contender best);

  /** The order in which candidates are compared. */
  abstract Comparator<PriceListLine> order();
}

package dev.kontor.engine.reconcile;

import static dev.kontor.engine.reconcile.StockSides.BEGAN;
import static dev.kontor.engine.reconcile.StockSides.TEN;
import static dev.kontor.engine.reconcile.StockSides.TOLD_TEN;
import static dev.kontor.engine.reconcile.StockSides.figure;
import static dev.kontor.engine.reconcile.StockSides.seen;
import static dev.kontor.engine.reconcile.StockSides.shows;
import static dev.kontor.engine.reconcile.StockSides.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.stock.SeenStock;
import dev.kontor.engine.stock.StockFigure;
import dev.kontor.engine.stock.StockLevelStore;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Standing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where the ERP and a shop's stock went apart, from what each of them and the ledger say. */
final class StockJudgementTest {

  private static Optional<Cause> judge(SeenStock seen, InLane lane) {
    return new StockJudgement("shop", false).judge(seen, lane).map(Difference::cause);
  }

  private static Optional<Cause> judge(
      StockFigure figure, StockLevelStore.@Nullable Level told, Standing there) {
    return judge(seen(figure, told, there), InLane.NOTHING);
  }

  @Test
  void whatTheShopShowsAsItIsToBeAgreesWhateverElseIs() {
    for (InLane lane : InLane.values()) {
      assertThat(judge(seen(TEN, null, Standing.SAME), lane)).isEmpty();
    }
  }

  @Test
  void anArticleTheShopNeverHadIsNoDifferenceButOneItWasToldOfIs() {
    assertThat(judge(TEN, null, Standing.ABSENT)).isEmpty();
    assertThat(judge(seen(TEN, null, Standing.ABSENT), InLane.DEAD)).contains(Cause.NOT_SENT);
    assertThat(judge(TEN, TOLD_TEN, Standing.ABSENT)).contains(Cause.NOT_APPLIED);
  }

  @Test
  void whatTheErpChangedAndNobodyToldWasNeverReceived() {
    assertThat(judge(TEN, null, shows(3, BEGAN))).contains(Cause.NEVER_RECEIVED);
    assertThat(judge(figure(15, 2, 0), TOLD_TEN, shows(10, BEGAN))).contains(Cause.NEVER_RECEIVED);
  }

  @Test
  void whatTheHubKnowsItselfWasReceivedAndNotSent() {
    assertThat(judge(figure(12, 2, 4), TOLD_TEN, shows(10, BEGAN))).contains(Cause.NOT_SENT);
    assertThat(judge(seen(TEN, TOLD_TEN, shows(9, BEGAN)), InLane.DEAD)).contains(Cause.NOT_SENT);
    assertThat(judge(new SeenStock(TEN, TOLD_TEN, true, null, shows(9, BEGAN)), InLane.NOTHING))
        .as("a sale crossed it")
        .contains(Cause.NOT_SENT);
  }

  @Test
  void whatOnlyTheSettingsMakeAnotherFigureWasToldByAnotherRule() {
    assertThat(judge(figure(12, 5, 0), TOLD_TEN, shows(10, BEGAN))).contains(Cause.OTHER_RULE);
    assertThat(judge(figure(13, 5, 0), TOLD_TEN, shows(10, BEGAN)))
        .as("the ERP moved too")
        .contains(Cause.NEVER_RECEIVED);
  }

  @Test
  void anotherSettingIsTheCauseHoweverLittleIsLeftOfIt() {
    assertThat(judge(StockSides.outOf(12, 20), TOLD_TEN, shows(10, BEGAN)))
        .as("none, and not eight too few")
        .contains(Cause.OTHER_RULE);
  }

  @Test
  void aPlaceThatCountsNoMoreIsAnotherSettingAndOneThatGotGoodsIsNot() {
    StockLevelStore.Level both = StockSides.toldAt("", "at MAIN 10", "at SHOP 5");
    assertThat(judge(StockSides.at("counted: MAIN", "at MAIN 10"), both, shows(15, BEGAN)))
        .contains(Cause.OTHER_RULE);
    assertThat(judge(StockSides.at("counted: MAIN", "at MAIN 9"), both, shows(15, BEGAN)))
        .as("less lies there, too")
        .contains(Cause.NEVER_RECEIVED);
    assertThat(judge(StockSides.at("", "at MAIN 10", "at SHOP 6"), both, shows(15, BEGAN)))
        .contains(Cause.NEVER_RECEIVED);
  }

  @Test
  void whatNobodyWroteSinceTheFigureBeganDidNotArrive() {
    assertThat(judge(TEN, TOLD_TEN, shows(3, BEGAN.minusSeconds(6)))).contains(Cause.NOT_APPLIED);
    assertThat(judge(TEN, TOLD_TEN, shows(3, BEGAN.minusSeconds(5)))).contains(Cause.CHANGED_THERE);
  }

  @Test
  void whatTheShopSoldSinceIsExpectedOfIt() {
    StockLevelStore.Level sold = told(13, 15, 2, 3);
    assertThat(judge(TEN, sold, shows(9, BEGAN.plusSeconds(60)))).contains(Cause.CHANGED_THERE);
  }

  @Test
  void whatCannotBeComparedSaysWhy() {
    Standing no = new Standing.Incomparable(new Fault.Invalid("stock", "is no number", null));
    assertThat(new StockJudgement("shop", false).judge(seen(TEN, null, no), InLane.NOTHING))
        .hasValueSatisfying(
            d -> {
              assertThat(d.what()).contains("is no number");
              assertThat(d.isRepairable()).isFalse();
            });
  }

  @Test
  void onlyWhatAWriteMendsIsRepaired() {
    StockJudgement judgement = new StockJudgement("shop", false);
    SeenStock byHand = seen(TEN, TOLD_TEN, shows(3, BEGAN));
    assertThat(judgement.judge(byHand, InLane.NOTHING))
        .hasValueSatisfying(d -> assertThat(d.isRepairable()).isTrue());
    assertThat(judgement.judge(byHand, InLane.DEAD))
        .hasValueSatisfying(d -> assertThat(d.isRepairable()).isFalse());
    SeenStock deleted = seen(TEN, TOLD_TEN, Standing.ABSENT);
    assertThat(judgement.judge(deleted, InLane.NOTHING))
        .hasValueSatisfying(d -> assertThat(d.isRepairable()).isFalse());
    assertThat(new StockJudgement("shop", true).judge(deleted, InLane.NOTHING))
        .as("of an article that another flow makes again")
        .hasValueSatisfying(d -> assertThat(d.isRepairable()).isTrue());
  }

  @Test
  void whatTheErpDoesNotKnowAnyMoreIsForSaleOnlyIfTheShopShowsIt() {
    StockJudgement judgement = new StockJudgement("shop", false);
    assertThat(judgement.gone(seen(TEN, TOLD_TEN, shows(3, BEGAN)), "erp").map(Difference::cause))
        .contains(Cause.GONE_HERE);
    assertThat(judgement.gone(seen(TEN, TOLD_TEN, Standing.SAME), "erp")).isEmpty();
    assertThat(judgement.gone(seen(TEN, TOLD_TEN, Standing.ABSENT), "erp")).isEmpty();
  }
}

package dev.kontor.engine.reconcile;

import static dev.kontor.engine.reconcile.StateSides.OTHER;
import static dev.kontor.engine.reconcile.StateSides.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.state.SeenState;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Standing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where an article or price and its target went apart, from what each and the ledger say. */
final class StateJudgementTest {

  private static final InLedger RECEIVED = new InLedger(InLane.NOTHING, "v2", false);
  private static final InLedger OLD = new InLedger(InLane.NOTHING, "v1", false);
  private static final InLedger DEAD = new InLedger(InLane.DEAD, "v2", false);
  private static final InLedger DISCARDED = new InLedger(InLane.NOTHING, "v2", true);

  private final StateJudgement articles = new StateJudgement("shop", true, false);
  private final StateJudgement prices = new StateJudgement("shop", false, false);

  private static Optional<Cause> cause(StateJudgement judgement, SeenState seen, InLedger ledger) {
    return judgement.judge(seen, ledger).map(Difference::cause);
  }

  private static boolean repairs(StateJudgement judgement, SeenState seen, InLedger ledger) {
    return judgement.judge(seen, ledger).map(Difference::isRepairable).orElseThrow();
  }

  @Test
  void whatTheTargetHasAsItIsToBeAgreesWhateverItConfirmed() {
    for (String hash : List.of("now", "before", "?", "-")) {
      assertThat(cause(articles, seen(hash, Standing.SAME), OLD)).isEmpty();
    }
    assertThat(cause(articles, seen(null, Standing.SAME), InLedger.NOTHING)).isEmpty();
  }

  @Test
  void whatItConfirmedAndHasOtherwiseWasChangedThere() {
    assertThat(cause(articles, seen("now", OTHER), RECEIVED)).contains(Cause.CHANGED_THERE);
    assertThat(repairs(articles, seen("now", OTHER), RECEIVED)).isTrue();
    assertThat(articles.judge(seen("now", OTHER), RECEIVED))
        .hasValueSatisfying(d -> assertThat(d.what()).isEqualTo("in shop name Becher, not Krug"));
  }

  @Test
  void whatItConfirmedAndLacksWasTakenAwayThere() {
    assertThat(cause(articles, seen("now", Standing.ABSENT), RECEIVED)).contains(Cause.NOT_APPLIED);
    assertThat(repairs(articles, seen("now", Standing.ABSENT), RECEIVED)).isTrue();
    assertThat(cause(prices, seen("now", Standing.ABSENT), RECEIVED)).contains(Cause.NOT_APPLIED);
    assertThat(repairs(prices, seen("now", Standing.ABSENT), RECEIVED))
        .as("of an article the shop does not have")
        .isFalse();
    StateJudgement filled = new StateJudgement("shop", false, true);
    assertThat(repairs(filled, seen("now", Standing.ABSENT), RECEIVED))
        .as("of one that another flow makes again")
        .isTrue();
  }

  @Test
  void aVersionTheHubWasNotToldOfWasNeverReceived() {
    assertThat(cause(articles, seen("before", OTHER), OLD)).contains(Cause.NEVER_RECEIVED);
    assertThat(cause(articles, seen(null, Standing.ABSENT), InLedger.NOTHING))
        .contains(Cause.NEVER_RECEIVED);
  }

  @Test
  void aVersionTheHubHasAndNowMapsOtherwiseWasSentByAnotherMapping() {
    assertThat(cause(articles, seen("before", OTHER), RECEIVED)).contains(Cause.OTHER_RULE);
    assertThat(repairs(articles, seen("before", OTHER), RECEIVED)).isTrue();
  }

  @Test
  void whatTheHubHasAndTheTargetNeverGotWasNotSent() {
    assertThat(cause(articles, seen(null, Standing.ABSENT), RECEIVED)).contains(Cause.NOT_SENT);
    assertThat(cause(articles, seen("-", Standing.ABSENT), RECEIVED)).contains(Cause.NOT_SENT);
    for (Standing there : List.of(OTHER, Standing.ABSENT)) {
      assertThat(cause(articles, seen("now", there), DEAD)).contains(Cause.NOT_SENT);
      assertThat(repairs(articles, seen("now", there), DEAD)).isFalse();
    }
    assertThat(cause(prices, seen(null, Standing.ABSENT), DEAD)).contains(Cause.NOT_SENT);
  }

  @Test
  void aPriceOfAnArticleTheTargetNeverHadIsNobodysBusiness() {
    SeenState never = seen(null, Standing.ABSENT);
    assertThat(cause(prices, never, RECEIVED)).isEmpty();
    assertThat(prices.concerns(never)).isFalse();
    assertThat(articles.concerns(never)).isTrue();
    assertThat(prices.concerns(seen("now", Standing.ABSENT))).isTrue();
  }

  @Test
  void whatAPersonDiscardedIsNoDifference() {
    assertThat(cause(articles, seen(null, Standing.ABSENT), DISCARDED)).isEmpty();
    assertThat(cause(articles, seen("before", OTHER), DISCARDED)).isEmpty();
  }

  @Test
  void whereTheTargetCannotBeSeenItsWordCounts() {
    assertThat(cause(articles, seen("now", null), OLD)).isEmpty();
    assertThat(cause(articles, seen("before", null), RECEIVED)).contains(Cause.OTHER_RULE);
    assertThat(cause(articles, seen(null, null), InLedger.NOTHING)).contains(Cause.NEVER_RECEIVED);
  }

  @Test
  void whatCannotBeTranslatedOrComparedSaysWhy() {
    Fault fault = new Fault.Invalid("taxRate", "is not stated", null);
    SeenState untranslated = new SeenState("id-1", "K-1", "v2", null, null, null, fault);
    for (SeenState one : List.of(untranslated, seen("now", new Standing.Incomparable(fault)))) {
      assertThat(articles.judge(one, RECEIVED))
          .hasValueSatisfying(
              d -> {
                assertThat(d.cause()).isEqualTo(Cause.NOT_SENT);
                assertThat(d.what()).contains("taxRate", "is not stated");
                assertThat(d.isRepairable()).isFalse();
              });
    }
  }
}

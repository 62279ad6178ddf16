package dev.kontor.connector.businesscentral.pricing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the best line of a search as candidates come in their order (rules 9 to 11). */
final class Contest {

  /** Whether the amount of a challenger beats the best so far, if there is one. */
  interface Comparison {
    boolean isBetter(Contender challenger, @Nullable Contender best);
  }

  private final PriceModel model;
  private final Comparison comparison;
  private final List<Candidate> lost;
  private @Nullable Contender best;

  Contest(PriceModel model, Comparison comparison, List<Candidate> rejected) {
    this.model = model;
    this.comparison = comparison;
    this.lost = new ArrayList<>(rejected);
  }

  void miss(PriceListLine line) {
    lost.add(Candidate.rejected(line, Verdict.BELOW_MINIMUM_QUANTITY));
  }

  void enter(Contender challenger) {
    switch (model.guard(challenger.gainsOn(best), challenger.losesOn(best))) {
      case REPLACES -> crown(challenger, Verdict.LESS_SPECIFIC);
      case YIELDS -> lose(challenger, Verdict.LESS_SPECIFIC, best);
      case AMOUNTS_DECIDE -> {
        if (comparison.isBetter(challenger, best)) {
          crown(challenger, Verdict.NOT_BETTER);
        } else {
          lose(challenger, Verdict.NOT_BETTER, best);
        }
      }
    }
  }

  private void crown(Contender challenger, Verdict ofFormer) {
    if (best != null) {
      lose(best, ofFormer, challenger);
    }
    best = challenger;
  }

  private void lose(Contender loser, Verdict verdict, @Nullable Contender to) {
    lost.add(new Candidate(loser.line(), verdict, loser.value(), to == null ? null : to.line()));
  }

  @Nullable Contender best() {
    return best;
  }

  /** The winner first, if there is one. */
  List<Candidate> candidates() {
    List<Candidate> all = new ArrayList<>(lost.size() + 1);
    if (best != null) {
      all.add(new Candidate(best.line(), Verdict.WON, best.value(), null));
    }
    all.addAll(lost);
    return all;
  }
}

package dev.kontor.connector.businesscentral.pricing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines that compete in one search. All sources share one level: a customer's own line has no
 * precedence (rule 6).
 */
final class CandidateLines {

  private final PriceQuestion question;
  private final AmountType wanted;
  private final List<PriceListLine> admitted = new ArrayList<>();
  private final List<Candidate> rejected = new ArrayList<>();

  private CandidateLines(PriceQuestion question, AmountType wanted) {
    this.question = question;
    this.wanted = wanted;
  }

  static CandidateLines find(
      PriceQuestion question, AmountType wanted, OwnLines own, PriceModel model) {
    CandidateLines found = new CandidateLines(question, wanted);
    for (PriceSource source : own.sources()) {
      if (source.type().carries(wanted)) {
        found.take(source, own, model);
      } else {
        own.ofItem(source).forEach(line -> found.reject(line, Verdict.SOURCE_CANNOT_CARRY));
      }
    }
    found.admitted.sort(model.order());
    return found;
  }

  private void take(PriceSource source, OwnLines own, PriceModel model) {
    int before = admitted.size();
    own.ofItem(source).forEach(this::judge);
    if (!model.hasAllItems()) {
      return;
    }
    boolean itemHasLines = admitted.size() > before;
    for (PriceListLine line : own.ofAllItems(source)) {
      if (itemHasLines) {
        reject(line, Verdict.ITEM_LINES_COME_FIRST);
      } else {
        judge(line);
      }
    }
  }

  private void judge(PriceListLine line) {
    @Nullable Verdict verdict = LineFilter.rejects(line, question);
    if (verdict != null) {
      reject(line, verdict);
    } else if (line.amountType().covers(wanted)) {
      admitted.add(line);
    }
  }

  private void reject(PriceListLine line, Verdict verdict) {
    if (line.amountType().covers(wanted)) {
      rejected.add(Candidate.rejected(line, verdict));
    }
  }

  /** In the model's order; minimum quantities are not looked at yet. */
  List<PriceListLine> admitted() {
    return admitted;
  }

  List<Candidate> rejected() {
    return rejected;
  }
}

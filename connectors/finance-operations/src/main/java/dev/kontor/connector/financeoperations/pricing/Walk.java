package dev.kontor.connector.financeoperations.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the combinations, the most specific first, until an agreement ends it (rules P2 to
 * P4, D2), and writes down what becomes of each row.
 */
final class Walk {

  private final Subject subject;
  private final Criteria criteria;
  private final PriceParameters parameters;
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable TradeAgreement end;

  Walk(Subject subject, Criteria criteria, PriceParameters parameters) {
    this.subject = subject;
    this.criteria = criteria;
    this.parameters = parameters;
  }

  /** Hands over the rows that count, combination by combination. */
  void through(AgreementBook book, Consumer<List<TradeAgreement>> combinations) {
    for (Combination combination : Combination.ORDER) {
      List<TradeAgreement> rows = subject.rows(combination, book);
      if (!rows.isEmpty()) {
        List<TradeAgreement> counting = counting(rows, combination);
        if (!counting.isEmpty()) {
          combinations.accept(counting);
        }
      }
    }
  }

  private List<TradeAgreement> counting(List<TradeAgreement> rows, Combination combination) {
    boolean activated =
        parameters.activated().contains(new Activation(subject.relation(), combination));
    List<TradeAgreement> counting = new ArrayList<>();
    for (TradeAgreement row : rows) {
      Verdict verdict = activated ? criteria.rejects(row) : Verdict.NOT_ACTIVATED;
      if (verdict != null) {
        note(row, verdict);
      } else if (hasEnded()) {
        notReached(row);
      } else {
        counting.add(row);
      }
    }
    return counting;
  }

  boolean hasEnded() {
    return end != null;
  }

  void end(TradeAgreement by) {
    end = by;
  }

  void notReached(TradeAgreement row) {
    findings.add(new Finding(row, Verdict.NOT_REACHED, null, end));
  }

  void note(TradeAgreement row, Verdict verdict) {
    findings.add(new Finding(row, verdict, null, null));
  }

  void note(Finding finding) {
    findings.add(finding);
  }

  List<Finding> findings() {
    return findings;
  }
}

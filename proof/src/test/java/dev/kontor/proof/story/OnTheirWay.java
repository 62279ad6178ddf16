package dev.kontor.proof.story;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** Differences that the hub knows of and is about to end by itself: none is a finding. */
final class OnTheirWay {

  private final Seedbed bed;
  private final JsonNode paidBeforeItsInvoice;
  private final String moved;

  OnTheirWay(Seedbed bed) {
    this.bed = bed;
    this.paidBeforeItsInvoice = bed.order();
    this.moved = bed.article();
  }

  /** Beside a running hub that has nothing else to do. */
  void happen(Operator operator) {
    bed.change(paidBeforeItsInvoice, "pay");
    String number = Seedbed.number(paidBeforeItsInvoice);
    operator.awaitListed("a payment", m -> m.number().equals(number));
    bed.pair().shop().dials().only("/api/_action/sync").set("serverErrorProbability", 1);
    bed.pair().erp().moveStock(moved, "MAIN", BigDecimal.ONE);
    operator.awaitListed("a figure", m -> m.state().equals("retrying"));
  }

  /** What they wait for, without a hub. */
  void goOn() {
    bed.pair().shop().dials().reset();
    bed.pair().erp().shipAndInvoice(bed.erpNumber(paidBeforeItsInvoice));
  }
}

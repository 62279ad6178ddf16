package dev.kontor.app.command;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.reconcile.Difference;
import dev.kontor.engine.reconcile.Report;
import java.io.PrintWriter;
import java.util.TreeMap;

/** Says of one flow what a comparison of its ends has found. */
final class FoundDifferences {

  private final FlowConfig flow;
  private final boolean repair;
  private final PrintWriter out;
  private final Milestones milestones = new Milestones(500);

  /**
   * @param repair whether what can be mended is about to be
   */
  FoundDifferences(FlowConfig flow, boolean repair, PrintWriter out) {
    this.flow = flow;
    this.repair = repair;
    this.out = out;
  }

  void begin() {
    out.printf("flow %s: %s → %s%n", flow.name(), flow.from().connection(), flow.to().connection());
    out.flush();
  }

  void progress(int compared) {
    if (milestones.passed(compared)) {
      out.println("  " + compared + " compared");
      out.flush();
    }
  }

  void incomparable(String why) {
    out.println("  cannot be compared: " + why);
    out.flush();
  }

  void show(Report report) {
    if (!report.note().isEmpty()) {
      out.println("  " + report.note());
    }
    report.explained().forEach(this::show);
    if (!report.explained().isEmpty()) {
      out.println("  explained and accepted: " + report.explained().size());
    }
    report.differences().forEach(this::show);
    new TreeMap<>(report.sums())
        .forEach(
            (currency, sums) ->
                out.printf(
                    "  %d %s on both sides: %s %s here, %s there%n",
                    sums.documents(),
                    isOfOrders() ? "orders" : "payments",
                    currency,
                    sums.here().toPlainString(),
                    sums.there().toPlainString()));
  }

  private void show(Difference difference) {
    out.printf(
        "  %-12s  %-20s  %s%s%n",
        difference.number(),
        difference.cause().words(),
        difference.what(),
        difference.isRepairable() ? mending() : "");
  }

  private String mending() {
    String done = isRead() ? "read anew" : "written anew";
    return repair ? "; " + done : "; --repair has it " + done;
  }

  private boolean isOfOrders() {
    return flow.kind() == FlowKind.ORDERS;
  }

  /** Reading the shop again is what mends it. */
  private boolean isRead() {
    return isOfOrders() || flow.kind() == FlowKind.PAYMENTS;
  }

  void end(Report report, int repaired) {
    String waiting = isOfOrders() ? "" : " waiting=" + report.waiting();
    out.printf(
        "%s compared=%d different=%d%s repaired=%d%n",
        flow.name(), report.compared(), report.differences().size(), waiting, repaired);
    out.flush();
  }
}

package dev.kontor.engine.stock;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.StockRule;
import dev.kontor.spi.Connector;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Locations;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether a flow's stock rule can be followed by the system it reads. Only reads. */
public final class RuleCheck {

  private RuleCheck() {}

  /**
   * Findings about the rule of a flow, none if it asks for nothing special.
   *
   * @param source the connector of the flow's source
   * @throws FaultException if the source cannot be asked
   */
  public static List<Finding> of(FlowConfig flow, Connector source) {
    StockRule rule = flow.stock();
    boolean plain = rule.locations().isEmpty() && !rule.countReceipts();
    return flow.kind() != FlowKind.STOCK || plain
        ? List.of()
        : List.of(
            source
                .locations()
                .flatMap(Locations::codes)
                .map(known -> known(flow, known))
                .orElseGet(() -> sumOnly(flow)));
  }

  private static Finding known(FlowConfig flow, SortedSet<String> known) {
    SortedSet<String> unknown = new TreeSet<>(flow.stock().locations());
    unknown.removeAll(known);
    return unknown.isEmpty()
        ? Finding.ok(subject(flow), "can be followed")
        : Finding.error(
            subject(flow),
            "names locations that "
                + flow.from().connection()
                + " does not have: "
                + String.join(", ", unknown),
            "Use codes as they stand there: " + String.join(", ", known) + ".");
  }

  private static Finding sumOnly(FlowConfig flow) {
    String remedy =
        "Have it tell stock by location (its findings say what is missing), or change the rule.";
    return flow.stock().locations().isEmpty()
        ? Finding.warning(
            subject(flow),
            "counts expected receipts, but " + flow.from().connection() + " tells none",
            remedy)
        : Finding.error(
            subject(flow),
            "counts only the locations "
                + String.join(", ", new TreeSet<>(flow.stock().locations()))
                + ", but "
                + flow.from().connection()
                + " tells one sum of all; the flow would stop",
            remedy);
  }

  private static String subject(FlowConfig flow) {
    return "rule of flow " + flow.name();
  }
}

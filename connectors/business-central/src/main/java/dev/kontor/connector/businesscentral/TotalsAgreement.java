package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.totals.Prediction;
import dev.kontor.connector.businesscentral.totals.SalesDocument;
import dev.kontor.connector.businesscentral.totals.TotalsPredictor;
import dev.kontor.kit.totals.Agreement;
import dev.kontor.kit.totals.Remedy;
import dev.kontor.kit.totals.Totals;
import dev.kontor.kit.totals.TotalsComparison;
import dev.kontor.model.Order;
import dev.kontor.model.PriceBasis;
import dev.kontor.spi.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares the totals Business Central will compute with the shop's: equal, made equal by a
 * rounding line, accepted with a note, or a reason to hold the order.
 */
final class TotalsAgreement {

  private final Configuration configuration;

  TotalsAgreement(Configuration configuration) {
    this.configuration = configuration;
  }

  /** Adds the rounding line and notes, or says why the order must be held. */
  Optional<Fault> reach(
      Order order,
      Debtor debtor,
      BigDecimal precision,
      List<PreparedLine> lines,
      List<String> notes) {
    boolean included = order.priceBasis() == PriceBasis.GROSS;
    return new Agreement<PreparedLine>(
            some -> compare(order, included, precision, some),
            gap -> roundingLine(gap, debtor),
            configuration.tolerance(),
            new Remedy(
                "tax area " + debtor.taxArea(),
                "the tax set-up",
                "with an untaxed tax group in setting vat"))
        .reach(lines, notes);
  }

  private static TotalsComparison compare(
      Order order, boolean included, BigDecimal precision, List<PreparedLine> lines) {
    Prediction prediction =
        TotalsPredictor.predict(
            SalesDocument.of(
                included, precision, lines.stream().map(PreparedLine::document).toList()));
    return new TotalsComparison(
        order,
        lines,
        new TotalsComparison.Predicted(
            "Business Central",
            "once per VAT identifier",
            "tax group",
            prediction.posted(),
            byRate(lines, prediction)));
  }

  private static Map<BigDecimal, Totals> byRate(List<PreparedLine> lines, Prediction prediction) {
    Map<String, BigDecimal> rates = new TreeMap<>();
    lines.forEach(line -> rates.put(line.vat().identifier(), line.vat().charged()));
    Map<BigDecimal, Totals> byRate = new TreeMap<>();
    prediction
        .groups()
        .forEach(
            (id, totals) ->
                byRate.merge(rates.getOrDefault(id, BigDecimal.ZERO), totals, Totals::plus));
    return byRate;
  }

  /** Untaxed, so that it changes nothing but the gross. */
  private Optional<PreparedLine> roundingLine(BigDecimal gap, Debtor debtor) {
    JsonNode setting = configuration.json().path("roundingLine");
    String number = Json.text(setting, "number");
    Optional<VatEntry> untaxed = configuration.vat().charging(debtor.taxArea(), BigDecimal.ZERO);
    if (number == null || untaxed.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode line = Json.object();
    line.put("lineType", "Account")
        .put("lineObjectNumber", number)
        .put("description", Json.text(setting, "description", "Rounding"))
        .put("taxPercent", BigDecimal.ZERO)
        .put("quantity", BigDecimal.ONE)
        .put("unitPrice", gap);
    return Optional.of(PreparedLine.onAccount(line, "rounding line", untaxed.get()));
  }
}

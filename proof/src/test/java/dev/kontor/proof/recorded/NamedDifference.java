package dev.kontor.proof.recorded;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Net and tax by which the ERP's figures differ from the shop's, over all rates. */
record NamedDifference(BigDecimal net, BigDecimal tax) {

  private static final Pattern NAMED =
      Pattern.compile(
          "accepted difference: (\\S+) %: shop net (\\S+) tax (\\S+), "
              + ".+? net (\\S+) tax (\\S+) \\(the shop rounds tax");

  /** As a write's notes foretell it. */
  static NamedDifference foretold(String notes) {
    BigDecimal net = BigDecimal.ZERO;
    BigDecimal tax = BigDecimal.ZERO;
    Matcher named = NAMED.matcher(notes);
    while (named.find()) {
      net = net.add(new BigDecimal(named.group(4))).subtract(new BigDecimal(named.group(2)));
      tax = tax.add(new BigDecimal(named.group(5))).subtract(new BigDecimal(named.group(3)));
    }
    return new NamedDifference(net, tax);
  }

  /** As the ERP's posted invoice shows it beside the recorded truth. */
  static NamedDifference posted(JsonNode invoice, JsonNode expected) {
    return of(
        invoice.path("totalAmountExcludingTax").decimalValue(),
        invoice.path("totalTaxAmount").decimalValue(),
        expected);
  }

  /** Of the ERP's net and tax beside the recorded truth. */
  static NamedDifference of(BigDecimal net, BigDecimal tax, JsonNode expected) {
    return new NamedDifference(
        net.subtract(new BigDecimal(expected.path("net_total").asString())),
        tax.subtract(new BigDecimal(expected.path("tax_total").asString())));
  }

  boolean isSameAs(NamedDifference other) {
    return net.compareTo(other.net) == 0 && tax.compareTo(other.tax) == 0;
  }
}

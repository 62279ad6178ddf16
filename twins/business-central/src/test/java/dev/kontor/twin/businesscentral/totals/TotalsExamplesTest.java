package dev.kontor.twin.businesscentral.totals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every worked example of business-central/totals.md, per document, VAT identifier and line. */
class TotalsExamplesTest {
  static Stream<Arguments> examples() throws IOException {
    return examplesJson().valueStream().map(e -> Arguments.of(e.path("id").asString(), e));
  }

  private static JsonNode examplesJson() throws IOException {
    try (InputStream in =
        TotalsExamplesTest.class.getResourceAsStream("/business-central/totals-examples.json")) {
      return Json.parse(java.util.Objects.requireNonNull(in).readAllBytes());
    }
  }

  @Test
  void allExamplesAreThere() throws IOException {
    assertThat(examplesJson()).hasSize(24);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void example(String id, JsonNode example) {
    JsonNode document = example.path("document");
    JsonNode expected = example.path("expected");
    Terms terms = terms(document);
    List<Line> draft = draft(document, terms);
    agree(draft, expected.path("draft"), id + " draft");
    agree(Posting.released(draft, terms), expected.path("released"), id + " released");
    posted(id, document, draft, terms, expected);
  }

  private static void posted(
      String id, JsonNode document, List<Line> draft, Terms terms, JsonNode expected) {
    List<BigDecimal> quantities =
        document
            .path("lines")
            .valueStream()
            .map(l -> decimal(l, "qtyToInvoice", l.path("qty").asString()))
            .toList();
    List<Line> posted = Posting.posted(draft, quantities, terms);
    lines(posted, expected.path("posted").path("lines"), id + " posted");
    List<Line> all = new ArrayList<>(posted);
    JsonNode rounding = document.path("invoiceRounding");
    if (rounding.isObject()) {
      Line line =
          Posting.invoiceRounding(
              posted, decimal(rounding, "precision", "0"), rate(rounding), terms);
      same(line.net(), expected.path("posted").path("rounding").path("net"), id + " rounding");
      all.add(line);
    }
    totals(all, expected.path("posted"), id + " posted");
    groups(all, expected.path("posted").path("groups"), id);
    if (expected.has("lcy")) {
      lcy(posted, document, terms, expected.path("lcy"), id);
    }
  }

  private static void lcy(
      List<Line> posted, JsonNode document, Terms terms, JsonNode expected, String id) {
    List<LocalAmounts> lcy =
        LocalAmounts.of(posted, decimal(document, "currencyFactor", "1"), terms);
    for (int i = 0; i < lcy.size(); i++) {
      JsonNode line = expected.path("lines").get(i);
      same(lcy.get(i).net(), line.path("net"), id + " lcy net " + i);
      same(lcy.get(i).vat(), line.path("vat"), id + " lcy vat " + i);
      same(lcy.get(i).gross(), line.path("gross"), id + " lcy gross " + i);
    }
  }

  private static List<Line> draft(JsonNode document, Terms terms) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode l : document.path("lines")) {
      BigDecimal quantity = decimal(l, "qty", "0");
      BigDecimal price = decimal(l, "unitPrice", "0");
      boolean allow = l.path("allowInvoiceDisc").asBoolean(true);
      Line line =
          l.has("lineDiscountAmount")
              ? Line.byAmount(
                  quantity, price, decimal(l, "lineDiscountAmount", "0"), rate(l), allow, terms)
              : Line.byPercent(
                  quantity, price, decimal(l, "lineDiscountPct", "0"), rate(l), allow, terms);
      lines.add(Entry.entered(line, lines, terms));
    }
    if (document.has("invoiceDiscountAmount")) {
      return InvoiceDiscount.amount(lines, decimal(document, "invoiceDiscountAmount", "0"), terms);
    }
    return document.has("invoiceDiscountPct")
        ? InvoiceDiscount.percent(lines, decimal(document, "invoiceDiscountPct", "0"), terms)
        : lines;
  }

  private static Terms terms(JsonNode document) {
    RoundingMode vat =
        switch (document.path("vatRounding").asString("Nearest").toLowerCase(Locale.ROOT)) {
          case "up" -> RoundingMode.UP;
          case "down" -> RoundingMode.DOWN;
          default -> RoundingMode.HALF_UP;
        };
    boolean including = document.path("pricesIncludingVAT").asBoolean(false);
    return new Terms(including, decimal(document, "amountPrecision", "0.01"), vat);
  }

  private static VatRate rate(JsonNode node) {
    String percent = node.path("vatPct").asString();
    VatRate.Calculation calculation =
        node.path("calc").asString("").equals("Reverse")
            ? VatRate.Calculation.REVERSE_CHARGE
            : VatRate.Calculation.NORMAL;
    String identifier = node.path("vatId").asString("VAT" + percent);
    return new VatRate(identifier, new BigDecimal(percent), calculation);
  }

  private static void agree(List<Line> lines, JsonNode expected, String what) {
    if (expected.has("lines")) {
      lines(lines, expected.path("lines"), what);
    }
    totals(lines, expected, what);
  }

  private static void lines(List<Line> lines, JsonNode expected, String what) {
    assertThat(expected).hasSize(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      JsonNode e = expected.get(i);
      same(line.lineAmount(), e.path("lineAmount"), what + " line amount " + i);
      same(line.invoiceDiscount(), e.path("invDisc"), what + " invoice discount " + i);
      same(line.net(), e.path("net"), what + " net " + i);
      same(line.gross(), e.path("gross"), what + " gross " + i);
    }
  }

  private static void totals(List<Line> lines, JsonNode expected, String what) {
    same(Posting.net(lines), expected.path("net"), what + " net");
    same(Posting.gross(lines), expected.path("gross"), what + " gross");
    same(Entry.sum(lines, Line::tax), expected.path("vat"), what + " vat");
  }

  private static void groups(List<Line> lines, JsonNode expected, String id) {
    Map<String, List<Line>> groups = new TreeMap<>();
    lines.forEach(l -> groups.computeIfAbsent(l.vat().identifier(), k -> new ArrayList<>()).add(l));
    assertThat(groups.keySet()).containsExactlyInAnyOrderElementsOf(expected.propertyNames());
    groups.forEach(
        (identifier, group) -> totals(group, expected.path(identifier), id + identifier));
  }

  private static void same(BigDecimal actual, JsonNode expected, String what) {
    Function<JsonNode, BigDecimal> number = node -> new BigDecimal(node.asString());
    assertThat(actual).as(what).isEqualByComparingTo(number.apply(expected));
  }

  private static BigDecimal decimal(JsonNode node, String name, String otherwise) {
    return new BigDecimal(node.path(name).asString(otherwise));
  }
}

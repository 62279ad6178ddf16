package dev.kontor.twin.businesscentral.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.businesscentral.totals.Line;
import dev.kontor.twin.businesscentral.totals.Terms;
import dev.kontor.twin.businesscentral.totals.VatRate;
import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every worked example of business-central/pricing.md, and what the former engine does instead. */
class PricingExamplesTest {
  private static final Pattern SOURCE = Pattern.compile("'(\\w+)': \\[([^\\]]*)\\]");
  private static final Pattern NUMBER = Pattern.compile("'([^']*)'");
  private static final Map<String, Source.Kind> KINDS =
      Map.of(
          "ALL", Source.Kind.ALL_CUSTOMERS,
          "CUST", Source.Kind.CUSTOMER,
          "CPG", Source.Kind.CUSTOMER_PRICE_GROUP,
          "CDG", Source.Kind.CUSTOMER_DISC_GROUP,
          "CAMP", Source.Kind.CAMPAIGN,
          "CONT", Source.Kind.CONTACT);

  static Stream<Arguments> examples() throws IOException {
    return json().valueStream().map(e -> Arguments.of(e.path("id").asString(), e));
  }

  private static JsonNode json() throws IOException {
    try (InputStream in =
        PricingExamplesTest.class.getResourceAsStream("/business-central/pricing-examples.json")) {
      return Json.parse(java.util.Objects.requireNonNull(in).readAllBytes());
    }
  }

  @Test
  void allExamplesAreThere() throws IOException {
    assertThat(json()).hasSize(24);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void example(String id, JsonNode example) {
    Question question = question(example.path("context"));
    Found found =
        new PriceSearch(Model.PRICE_LISTS, question, lines(example.path("priceLines"))).find();
    JsonNode expected = example.path("expected");
    assertThat(found.unitPrice()).as(id).isEqualByComparingTo(text(expected, "unitPrice"));
    assertThat(found.discountPercent()).as(id).isEqualByComparingTo(text(expected, "discPct"));
    Line line =
        Line.byPercent(
            question.quantity(),
            found.unitPrice(),
            found.discountPercent(),
            question.vat(),
            true,
            Terms.cents(question.includesVat()));
    assertThat(line.discount()).as(id).isEqualByComparingTo(text(expected, "lineDiscAmount"));
    assertThat(line.lineAmount()).as(id).isEqualByComparingTo(text(expected, "lineAmount"));
  }

  @Test
  void theFormerEngineTakesAnyGainAndNoZero() throws IOException {
    JsonNode crossed = example("E11b");
    List<PriceLine> lines = lines(crossed.path("priceLines"));
    Question question = question(crossed.path("context"));
    assertThat(new PriceSearch(Model.SALES_PRICES, question, lines).find().unitPrice())
        .as("the later line gains the variant")
        .isEqualByComparingTo("50");
    assertThat(new PriceSearch(Model.SALES_PRICES, question, lines.reversed()).find().unitPrice())
        .as("the later line gains the currency")
        .isEqualByComparingTo("45");
    JsonNode zero = example("E18");
    List<PriceLine> freeLast = lines(zero.path("priceLines"));
    Question free = question(zero.path("context"));
    assertThat(new PriceSearch(Model.SALES_PRICES, free, freeLast).find().unitPrice())
        .isEqualByComparingTo("0");
    assertThat(new PriceSearch(Model.SALES_PRICES, free, freeLast.reversed()).find().unitPrice())
        .as("a best price of 0 counts as none yet")
        .isEqualByComparingTo("95");
  }

  private static JsonNode example(String id) throws IOException {
    return json()
        .valueStream()
        .filter(e -> e.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Question question(JsonNode context) {
    PriceLine card =
        new PriceLine(
            new Source(Source.Kind.ALL_CUSTOMERS, ""),
            false,
            text(context, "item"),
            "",
            "",
            "",
            BigDecimal.ZERO,
            LocalDate.MIN,
            LocalDate.MAX,
            PriceLine.Amount.PRICE,
            number(context, "itemprice"),
            BigDecimal.ZERO,
            yes(context, "custallow"),
            true,
            yes(context, "itemincl"),
            rate(text(context, "itemlvat"), false));
    return new Question(
        LocalDate.parse(text(context, "date")),
        text(context, "cur"),
        number(context, "factor"),
        yes(context, "incl"),
        rate(text(context, "vat"), yes(context, "rev")),
        number(context, "qty"),
        text(context, "uom"),
        number(context, "qtyper"),
        text(context, "item"),
        text(context, "var"),
        text(context, "idg"),
        card,
        yes(context, "custallow"),
        sources(text(context, "sources")),
        number(context, "prec"));
  }

  private static List<Source> sources(String text) {
    List<Source> sources = new ArrayList<>();
    Matcher source = SOURCE.matcher(text);
    while (source.find()) {
      Source.Kind kind = java.util.Objects.requireNonNull(KINDS.get(source.group(1)));
      Matcher number = NUMBER.matcher(source.group(2));
      while (number.find()) {
        sources.add(new Source(kind, number.group(1)));
      }
    }
    return sources;
  }

  // Lines that are not active never reach the search.
  private static List<PriceLine> lines(JsonNode lines) {
    return lines
        .valueStream()
        .filter(line -> text(line, "status").equals("Active"))
        .map(PricingExamplesTest::line)
        .toList();
  }

  private static PriceLine line(JsonNode line) {
    PriceLine.Amount amount =
        switch (text(line, "amt")) {
          case "Price" -> PriceLine.Amount.PRICE;
          case "Discount" -> PriceLine.Amount.DISCOUNT;
          default -> PriceLine.Amount.BOTH;
        };
    return new PriceLine(
        new Source(
            java.util.Objects.requireNonNull(KINDS.get(text(line, "src"))), text(line, "no")),
        text(line, "asset").equals("IDG"),
        text(line, "ano"),
        text(line, "var"),
        text(line, "cur"),
        text(line, "uom"),
        number(line, "minq"),
        date(line, "start", LocalDate.MIN),
        date(line, "end", LocalDate.MAX),
        amount,
        number(line, "price"),
        number(line, "disc"),
        yes(line, "allow"),
        true,
        yes(line, "inclvat"),
        rate(text(line, "lvat"), yes(line, "lrev")));
  }

  private static VatRate rate(String percent, boolean reverse) {
    return new VatRate(
        "V" + percent,
        new BigDecimal(percent),
        reverse ? VatRate.Calculation.REVERSE_CHARGE : VatRate.Calculation.NORMAL);
  }

  private static LocalDate date(JsonNode line, String field, LocalDate none) {
    String text = text(line, field);
    return text.equals("None") ? none : LocalDate.parse(text);
  }

  private static BigDecimal number(JsonNode node, String field) {
    String text = text(node, field);
    return text.equals("None") ? BigDecimal.ZERO : new BigDecimal(text);
  }

  private static boolean yes(JsonNode node, String field) {
    return text(node, field).equals("True");
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString();
  }
}

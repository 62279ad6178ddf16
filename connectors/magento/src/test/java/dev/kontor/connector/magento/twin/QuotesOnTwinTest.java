package dev.kontor.connector.magento.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.magento.MagentoProvider;
import dev.kontor.connector.magento.order.TranslatedOrder;
import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.contract.TwinBench.Trouble;
import dev.kontor.model.EntityType;
import dev.kontor.model.OrderLine;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A buyer asks, the ERP answers, the buyer orders at the price that was agreed. */
class QuotesOnTwinTest {

  private final MagentoBench bench = new MagentoBench();
  private final TwinQuotes quotes = bench.quotes();
  private final Connector connector =
      new MagentoProvider().connect(bench.settings(), bench.toolbox());

  @BeforeEach
  void clock() {
    bench.shop().tick();
  }

  @AfterEach
  void stop() {
    connector.close();
    bench.close();
  }

  private JsonNode content(EntityType type, Placed placed) {
    Document document =
        connector.reader(type).orElseThrow().find(new Identity.NativeId(placed.id())).getFirst();
    return Objects.requireNonNull(document.content());
  }

  private JsonNode read(Placed quote) {
    return content(EntityType.QUOTE, quote);
  }

  private Writer writer() {
    return connector.writer(EntityType.QUOTE).orElseThrow();
  }

  private Outcome write(Placed quote, JsonNode answer) {
    Write write = new Write("k", Write.Action.UPDATE, quote.number(), quote.id(), answer);
    return writer().write(List.of(write)).getFirst();
  }

  private void told(Placed quote, JsonNode answer) {
    bench.shop().tick();
    assertThat(write(quote, answer)).isInstanceOf(Outcome.Written.class);
  }

  private static ObjectNode offer(Placed quote) {
    return QuoteSamples.answer(quote, "OFFERED", "700.00", "5 % fürs Ehrenamt")
        .put("validUntil", "2026-12-31T23:00:00Z");
  }

  private Standing standing(JsonNode answer) {
    return writer().compare(List.of(new Writer.Draft(answer, answer))).getFirst();
  }

  @Test
  void aBuyerAsksAndIsAnsweredAndOrdersAtThatPrice() {
    Placed quote = quotes.asked("Bitte 5 %");
    JsonNode asked = read(quote);
    assertThat(asked.path("said").asString()).isEqualTo("Bitte 5 %");
    assertThat(asked.path("asked").decimalValue()).isPositive();
    assertThat(asked.has("offered")).isFalse();
    assertThat(asked.path("customer").path("company").path("vat_tax_id").asString())
        .startsWith("DE98765432");
    told(quote, offer(quote));
    JsonNode offered = read(quote);
    assertThat(offered.path("offered").decimalValue()).isEqualByComparingTo("700");
    assertThat(offered.path("valid_until").asString()).startsWith("2027-01-01T00:00");
    assertThat(offered.path("said").asString()).isEqualTo("5 % fürs Ehrenamt");
    Placed order = quotes.order(quote.id(), Map.of("payment_method", "purchaseorder"));
    assertThat(quotes.status(quote.id())).isEqualTo("ordered");
    TranslatedOrder translated = new TranslatedOrder(content(EntityType.ORDER, order));
    BigDecimal goods =
        translated.goods().stream()
            .map(line -> line.amount().net())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(goods).isEqualByComparingTo("700");
    assertThat(translated.goods())
        .extracting(OrderLine::sku)
        .containsExactly("KOCHER-F1", "GAS-230");
    JsonNode extra = translated.call("extra").path("magento");
    assertThat(extra.path("quote_id").asString()).isEqualTo(quote.number());
    assertThat(extra.has("company_id")).isTrue();
  }

  @Test
  void anOrdinaryOrderBearsNoQuote() {
    Placed order = bench.shop().order("");
    JsonNode extra =
        new TranslatedOrder(content(EntityType.ORDER, order)).call("extra").path("magento");
    assertThat(extra.has("quote_id")).isFalse();
  }

  @Test
  void aLostAnswerSubmitsOnce() {
    Placed quote = quotes.asked("Bitte 5 %");
    bench.trouble(Trouble.LOST_ANSWER, EntityType.QUOTE);
    assertThat(write(quote, offer(quote))).isInstanceOf(Fault.OutcomeUnknown.class);
    bench.trouble(Trouble.NONE, EntityType.QUOTE);
    told(quote, offer(quote));
    assertThat(quotes.status(quote.id())).isEqualTo("submitted_by_admin");
    assertThat(quotes.truth(quote.id()).path("comments")).hasSize(2);
  }

  @Test
  void anOfferForWhatTheBuyerNoLongerWantsIsHeld() {
    Placed quote = quotes.asked("Bitte 5 %");
    quotes.change(quote.id(), "change", 40);
    assertThat(write(quote, offer(quote)))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            invalid -> {
              assertThat(invalid.field()).isEqualTo("lines");
              assertThat(invalid.problem()).contains("asks for by now");
            });
    assertThat(quotes.status(quote.id())).isEqualTo("created");
  }

  @Test
  void aNewOfferWaitsForTheSellersTurn() {
    Placed quote = quotes.asked("Bitte 5 %");
    told(quote, offer(quote));
    ObjectNode better = offer(quote).put("offered", "690.00");
    assertThat(write(quote, better)).isInstanceOf(Fault.Invalid.class);
    quotes.act(quote.id(), "answer");
    told(quote, better);
    assertThat(quotes.negotiable(quote.id()).path("negotiated_price_value").asInt()).isEqualTo(690);
  }

  @Test
  void aQuoteIsDeclinedOnceAndOneTheBuyerClosedStaysSo() {
    Placed quote = quotes.asked("Bitte 50 %");
    JsonNode no = QuoteSamples.answer(quote, "DECLINED", "0", "Leider nein");
    told(quote, no);
    told(quote, no);
    assertThat(quotes.status(quote.id())).isEqualTo("declined");
    assertThat(quotes.truth(quote.id()).path("comments")).hasSize(2);
    Placed closed = quotes.asked("Bitte 5 %");
    quotes.act(closed.id(), "close");
    assertThat(write(closed, offer(closed))).isInstanceOf(Fault.Invalid.class);
  }

  @Test
  void bothSidesAreComparedByWhatTheBuyerSees() {
    Placed quote = quotes.asked("Bitte 5 %");
    assertThat(standing(offer(quote))).isInstanceOf(Standing.Other.class);
    told(quote, offer(quote));
    assertThat(standing(offer(quote))).isInstanceOf(Standing.Same.class);
    quotes.order(quote.id(), Map.of());
    assertThat(standing(offer(quote))).isInstanceOf(Standing.Same.class);
    assertThat(standing(offer(new Placed("4711", "4711")))).isInstanceOf(Standing.Absent.class);
  }
}

package dev.kontor.connector.financeoperations.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.financeoperations.FinanceOperationsProvider;
import dev.kontor.contract.DirectToolbox;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Quote;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Page;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A quote from question to answer, with sellers who work on it. */
class QuotesOnTwinTest {

  private static final String MELLER =
      "{\"vatIds\": [\"DE533435789\"], \"email\": \"x@meller.example\"}";

  private final TwinErp erp = new TwinErp();
  private final DirectToolbox toolbox = new DirectToolbox(erp.clock, Duration.ofSeconds(20));
  private final Connector connector =
      new FinanceOperationsProvider().connect(erp.settings(), toolbox);
  private @Nullable Cursor at;

  @AfterEach
  void stop() {
    erp.dials().reset();
    connector.close();
    toolbox.close();
    erp.close();
  }

  private Writer writer() {
    return connector.writer(EntityType.QUOTE).orElseThrow();
  }

  private Reader reader() {
    return connector.reader(EntityType.QUOTE).orElseThrow();
  }

  private static JsonNode model(String customer) {
    ObjectNode model =
        (ObjectNode)
            ModelJson.parse(
                """
                {"number": "000000123", "state": "REQUESTED", "requestedAt": "2026-11-21T08:00:00Z",
                 "currency": "EUR", "lines": [], "asked": "500", "extra": {}}
                """);
    ObjectNode buyer =
        (ObjectNode) ModelJson.parse("{\"kind\": \"COMPANY\", \"guest\": false, \"extra\": {}}");
    buyer.setAll((ObjectNode) ModelJson.parse(customer));
    return model.set("customer", buyer);
  }

  private static ObjectNode asked(String state, String shirts, @Nullable String belts) {
    ObjectNode content = ModelJson.mapper().createObjectNode();
    content.put("CurrencyCode", "EUR").put("state", state);
    content.putArray("SalesQuotationLines").add(line("AH-1000", shirts));
    if (belts != null) {
      content.withArray("SalesQuotationLines").add(line("AH-1003", belts));
    }
    return content;
  }

  private static ObjectNode line(String sku, String pieces) {
    return ModelJson.mapper()
        .createObjectNode()
        .put("ExternalItemNumber", sku)
        .put("LineDescription", sku)
        .put("RequestedSalesQuantity", new java.math.BigDecimal(pieces));
  }

  private Outcome write(Write.Action action, @Nullable String id, ObjectNode content) {
    Prepared prepared = writer().prepare(content, model(MELLER));
    JsonNode ready = ((Prepared.Ready) prepared).content();
    return writer().write(List.of(new Write("k", action, "000000123", id, ready))).getFirst();
  }

  private String entered() {
    Outcome outcome = write(Write.Action.CREATE, null, asked("REQUESTED", "20", "5"));
    assertThat(outcome).isInstanceOf(Outcome.Written.class);
    return ((Outcome.Written) outcome).id();
  }

  private List<String> lines(String number) {
    return erp.rows("SalesQuotationLines", "SalesQuotationNumber eq '" + number + "'").stream()
        .map(
            line ->
                line.path("ItemNumber").asString()
                    + " "
                    + line.path("RequestedSalesQuantity").decimalValue().intValue())
        .toList();
  }

  private List<String> told() {
    List<String> told = new ArrayList<>();
    Page page;
    do {
      page = reader().changes(at, 5);
      page.documents().forEach(document -> told.add(document.id()));
      at = page.next();
    } while (page.more());
    return told;
  }

  private Quote quote(String number) {
    Document found = reader().fetch(List.of(number)).getFirst();
    assertThat(found.number()).isEqualTo("000000123");
    return ModelJson.mapper().treeToValue(Objects.requireNonNull(found.content()), Quote.class);
  }

  @Test
  void whatASellerOffersIsToldOnceItIsSent() {
    String number = entered();
    assertThat(told()).isEmpty();
    assertThat(quote(number).state()).isEqualTo(Quote.State.REQUESTED);
    erp.quotation(
        number,
        "price",
        "{\"lines\": [{\"line\": 1, \"price\": \"40.50\"}, {\"line\": 2, \"price\": \"15.20\"}]}");
    assertThat(told()).isEmpty();
    erp.quotation(number, "send", "{\"expires\": \"2026-12-31\"}");
    assertThat(told()).containsExactly(number);
    Quote offer = quote(number);
    assertThat(offer.state()).isEqualTo(Quote.State.OFFERED);
    assertThat(offer.offered()).isEqualByComparingTo("886.00");
    assertThat(offer.validUntil()).isEqualTo("2026-12-31T23:00:00Z");
    assertThat(offer.lines())
        .extracting(l -> l.sku() + " " + l.offeredPrice())
        .containsExactly("AH-1000 40.5", "AH-1003 15.2");
    assertThat(told()).isEmpty();
  }

  @Test
  void anOfferExpiresWithTheCompanysDayAndALostOneIsDeclined() {
    String number = entered();
    erp.quotation(number, "send", "{\"expires\": \"2026-11-30\"}");
    assertThat(told()).containsExactly(number);
    erp.clock.advance(Duration.ofDays(10));
    assertThat(told()).containsExactly(number);
    assertThat(quote(number).state()).isEqualTo(Quote.State.EXPIRED);
    erp.quotation(number, "lose", "{}");
    assertThat(told()).containsExactly(number);
    assertThat(quote(number).state()).isEqualTo(Quote.State.DECLINED);
  }

  /** The order is made in the shop; what became of the quotation is no news to it. */
  @Test
  void aConfirmedQuotationIsNotTold() {
    String number = entered();
    erp.quotation(number, "confirm", "{}");
    assertThat(told()).isEmpty();
    assertThat(quote(number).state()).isEqualTo(Quote.State.ORDERED);
  }

  @Test
  void theBuyerMayChangeWhatNobodyHasAnsweredYet() {
    String number = entered();
    assertThat(write(Write.Action.UPDATE, number, asked("REQUESTED", "25", null)))
        .isInstanceOf(Outcome.Written.class);
    assertThat(lines(number)).containsExactly("AH-1000 25");
    erp.quotation(number, "send", "{}");
    assertThat(write(Write.Action.UPDATE, number, asked("OFFERED", "99", null)))
        .isInstanceOf(Outcome.Written.class);
    assertThat(lines(number)).containsExactly("AH-1000 25");
    assertThat(write(Write.Action.UPDATE, number, asked("REQUESTED", "99", null)))
        .asInstanceOf(InstanceOfAssertFactories.type(Fault.Invalid.class))
        .satisfies(held -> assertThat(held.message()).contains(number, "Sent"));
  }

  @Test
  void aLineThatIsRefusedTakesTheQuotationBack() {
    ObjectNode content = asked("REQUESTED", "20", "5");
    JsonNode ready =
        ((Prepared.Ready) writer().prepare(content, model(MELLER))).content().deepCopy();
    ((ObjectNode) ready.path("SalesQuotationLines").path(1)).put("SalesUnitSymbol", "parsec");
    Outcome outcome =
        writer()
            .write(List.of(new Write("k", Write.Action.CREATE, "000000123", null, ready)))
            .getFirst();
    assertThat(outcome).isInstanceOf(Fault.Invalid.class);
    assertThat(erp.rows("SalesQuotationHeadersV2", "SalesQuotationNumber ne ''")).isEmpty();
  }

  /** The answer to the header is lost, so nothing can be taken back: the next look finds it. */
  @Test
  void oneThatALostAnswerLeftIsGoneOnWith() {
    erp.dials().only("/data", "POST").set("dropAnswerProbability", 1);
    assertThat(write(Write.Action.CREATE, null, asked("REQUESTED", "20", "5")))
        .isInstanceOf(Fault.OutcomeUnknown.class);
    erp.dials().reset();
    String number = entered();
    assertThat(erp.rows("SalesQuotationHeadersV2", "SalesQuotationNumber ne ''")).hasSize(1);
    assertThat(lines(number)).containsExactly("AH-1000 20", "AH-1003 5");
  }

  @Test
  void aBuyerWhoIsNoCustomerIsWaitedFor() {
    assertThat(fault("{\"vatIds\": [\"DE999999999\"]}")).isInstanceOf(Fault.Missing.class);
    assertThat(fault("{\"vatIds\": []}")).isInstanceOf(Fault.Invalid.class);
  }

  private Fault fault(String customer) {
    try {
      writer().prepare(asked("REQUESTED", "1", null), model(customer));
      throw new AssertionError("it was prepared");
    } catch (FaultException e) {
      return e.fault();
    }
  }
}

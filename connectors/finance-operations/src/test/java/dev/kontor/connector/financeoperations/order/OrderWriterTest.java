package dev.kontor.connector.financeoperations.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.financeoperations.CannedErp;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An order is entered whole or not at all, completed where it was begun, and taken back. */
class OrderWriterTest {

  private static final String HEADERS = "POST SalesOrderHeadersV2";
  private static final String LINES = "POST SalesOrderLinesV3";
  private static final String ONE =
      "GET SalesOrderHeadersV2(dataAreaId='usmf',SalesOrderNumber='000123')";
  private static final String DELETED =
      "DELETE SalesOrderHeadersV2(dataAreaId='usmf',SalesOrderNumber='000123')?cross-company=true";
  private static final JsonNode ORDER =
      ModelJson.parse(
          """
          {"OrderingCustomerAccountNumber": "C-1", "CurrencyCode": "EUR", "SalesOrderLines": [
            {"ItemNumber": "A1", "ExternalItemNumber": "A1", "OrderedSalesQuantity": 2,
             "SalesPrice": 11.90, "LineAmount": 23.80, "CustomersLineNumber": 1},
            {"ItemNumber": "B1", "ExternalItemNumber": "B1", "OrderedSalesQuantity": 1,
             "SalesPrice": 10.70, "LineAmount": 10.70, "CustomersLineNumber": 2}]}
          """);

  private final CannedErp erp = new CannedErp();

  @AfterEach
  void close() {
    erp.close();
  }

  private static String header(String status, String processing) {
    return """
        {"@odata.etag": "W/\\"h1\\"", "dataAreaId": "usmf", "SalesOrderNumber": "000123",
         "CustomersOrderReference": "SW-10001", "OrderingCustomerAccountNumber": "C-0",
         "CurrencyCode": "CHF", "SalesOrderStatus": "%s",
         "SalesOrderProcessingStatus": "%s"}
        """
        .formatted(status, processing);
  }

  private static String line(int number, String item, String amount) {
    return """
        {"@odata.etag": "W/\\"l%1$d\\"", "dataAreaId": "usmf", "InventoryLotId": "LOT-%1$d",
         "SalesOrderNumber": "000123", "CustomersLineNumber": %1$d, "ItemNumber": "%2$s",
         "ExternalItemNumber": "%2$s", "LineAmount": %3$s, "SalesPrice": %3$s,
         "OrderedSalesQuantity": 1}
        """
        .formatted(number, item, amount);
  }

  private void open() {
    erp.on(HEADERS, 201, header("Backorder", "Active"));
    erp.on(ONE, 200, header("Backorder", "Active"));
  }

  private Outcome create() {
    return write(Write.Action.CREATE, null, ORDER, null);
  }

  private Outcome write(
      Write.Action action, @Nullable String id, JsonNode content, @Nullable JsonNode before) {
    return erp.write(
        EntityType.ORDER, new Write("k", action, "SW-10001", id, content, before, Map.of()));
  }

  @Test
  void theHeaderComesFirstAndGivesItsNumberToTheLines() {
    open();
    erp.on(LINES, 201, line(1, "A1", "23.80")).on(LINES, 201, line(2, "B1", "10.70"));
    assertThat(create()).isEqualTo(new Outcome.Written("000123", "000123", null));
    assertThat(erp.sent(HEADERS))
        .containsExactly(
            ModelJson.parse(
                """
                {"OrderingCustomerAccountNumber": "C-1", "CurrencyCode": "EUR",
                 "CustomersOrderReference": "SW-10001", "dataAreaId": "usmf"}
                """));
    assertThat(erp.sent(LINES).getFirst())
        .isEqualTo(
            ModelJson.parse(
                """
                {"ItemNumber": "A1", "ExternalItemNumber": "A1", "OrderedSalesQuantity": 2,
                 "SalesPrice": 11.90, "CustomersLineNumber": 1, "SalesOrderNumber": "000123",
                 "dataAreaId": "usmf"}
                """));
  }

  @Test
  void ALineThatIsRefusedForGoodTakesTheOrderBack() {
    open();
    erp.on(LINES, 201, line(1, "A1", "23.80"))
        .refuses(LINES, 400, "Write failed. Infolog: Error: Item 'B1' is stopped for sales.");
    erp.on("DELETE SalesOrderHeadersV2", 204, "");
    assertThat(create())
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            invalid -> {
              assertThat(invalid.field()).isEqualTo("SalesOrderLines[1].ItemNumber");
              assertThat(invalid.problem()).endsWith("Item 'B1' is stopped for sales.");
            });
    assertThat(erp.calls()).contains(DELETED);
  }

  /** As where a version takes no sales lines together, or undoes less than all of them. */
  @Test
  void linesThatAreRefusedTogetherComeOneByOneAndNoneTwice() {
    try (CannedErp strict = new CannedErp("{\"changeSets\": true}")) {
      strict.on(HEADERS, 201, header("Backorder", "Active"));
      strict.refuses("POST $batch", 400, "Not supported in a change set.");
      strict.rows("SalesOrderLinesV3", line(1, "A1", "23.80"));
      strict.on(LINES, 201, line(2, "B1", "10.70"));
      Write write = new Write("k", Write.Action.CREATE, "SW-10001", null, ORDER, null, Map.of());
      assertThat(strict.write(EntityType.ORDER, write))
          .isEqualTo(new Outcome.Written("000123", "000123", null));
      assertThat(strict.sent(LINES))
          .extracting(line -> line.path("CustomersLineNumber").asInt())
          .containsExactly(2);
    }
  }

  @Test
  void whatCannotBeTakenBackIsLookedFor() {
    open();
    erp.refuses(LINES, 400, "Write failed. Infolog: Error: Item 'A1' is stopped for sales.");
    erp.on("DELETE SalesOrderHeadersV2", 429, "");
    assertThat(create())
        .isInstanceOfSatisfying(
            Fault.OutcomeUnknown.class,
            unknown ->
                assertThat(unknown.message())
                    .contains("order 000123 is entered in part", "could not be taken back"));
  }

  /** A line whose answer was lost is entered between the look at the header and its removal. */
  @Test
  void aLineThatComesWhileTheOrderIsTakenBackGoesWithIt() {
    open();
    erp.on(LINES, 0, "");
    conflict().on("DELETE SalesOrderHeadersV2", 204, "");
    assertThat(create()).isInstanceOf(Fault.Unavailable.class);
    assertThat(erp.calls()).filteredOn(DELETED::equals).hasSize(2);
    assertThat(erp.calls()).filteredOn(call -> call.startsWith(ONE)).hasSize(2);
  }

  @Test
  void anOrderThatAPersonWentOnWithMeanwhileIsNotTakenBack() {
    open();
    erp.on(ONE, 200, header("Backorder", "Confirmed"));
    erp.on(LINES, 0, "");
    conflict().on("DELETE SalesOrderHeadersV2", 204, "");
    assertThat(create())
        .isInstanceOfSatisfying(
            Fault.OutcomeUnknown.class,
            unknown -> assertThat(unknown.message()).contains("order 000123 is Confirmed"));
    assertThat(erp.calls()).filteredOn(DELETED::equals).hasSize(1);
  }

  @Test
  void anOrderThatChangesAgainAndAgainIsLookedFor() {
    open();
    erp.on(LINES, 0, "");
    conflict();
    assertThat(create())
        .isInstanceOfSatisfying(
            Fault.OutcomeUnknown.class,
            unknown -> assertThat(unknown.message()).contains("An update conflict occurred"));
    assertThat(erp.calls()).filteredOn(DELETED::equals).hasSize(3);
  }

  private CannedErp conflict() {
    return erp.refuses("DELETE SalesOrderHeadersV2", 412, "An update conflict occurred");
  }

  @Test
  void aLineThatMayPassLaterTakesTheOrderBackToo() {
    open();
    erp.on(LINES, 201, line(1, "A1", "23.80")).on(LINES, 429, "");
    assertThat(create()).isInstanceOf(Fault.Throttled.class);
    assertThat(erp.calls()).contains(DELETED);
  }

  @Test
  void aLongOrderThatMetABusyServiceStaysToBeCompleted() {
    open();
    ObjectNode order = ModelJson.mapper().createObjectNode();
    ArrayNode lines = order.putArray("SalesOrderLines");
    for (int i = 1; i <= 20; i++) {
      lines.add(ModelJson.parse(line(i, "A" + i, "1.00")));
      erp.on(LINES, i < 12 ? 201 : 429, line(i, "A" + i, "1.00"));
    }
    assertThat(write(Write.Action.CREATE, null, order, null))
        .isInstanceOfSatisfying(
            Fault.OutcomeUnknown.class,
            fault -> assertThat(fault.message()).startsWith("order 000123 is entered in part"));
    assertThat(erp.calls()).doesNotContain(DELETED);
  }

  @Test
  void aLineWithoutAnswerTakesTheOrderBackSoThatItCannotComeTwice() {
    open();
    erp.on(LINES, 0, "");
    assertThat(create())
        .isInstanceOfSatisfying(
            Fault.Unavailable.class,
            fault -> assertThat(fault.message()).startsWith("order 000123 was taken back"));
    assertThat(erp.calls()).contains(DELETED);
  }

  @Test
  void whatWasBegunIsLeftAloneUntilNoCallOfThenCanStillArrive() {
    erp.on(
        ONE,
        200,
        header("Backorder", "Active")
            .replace(
                "{\"@odata", "{\"OrderCreationDateTime\": \"2026-03-15T08:55:00Z\", \"@odata"));
    erp.rows("SalesOrderLinesV3", line(1, "A1", "23.80"));
    assertThat(write(Write.Action.UPDATE, "000123", ORDER, ModelJson.parse("{}")))
        .isEqualTo(new Fault.Throttled(Duration.ofMinutes(15)));
    assertThat(erp.sent(LINES)).isEmpty();
  }

  @Test
  void completingEntersOnlyWhatIsMissing() {
    open();
    erp.rows("SalesOrderLinesV3", line(1, "A1", "23.80"));
    erp.on(LINES, 201, line(2, "B1", "10.70"));
    assertThat(write(Write.Action.UPDATE, "000123", ORDER, ModelJson.parse("{}")))
        .isInstanceOf(Outcome.Written.class);
    assertThat(erp.sent(LINES))
        .singleElement()
        .satisfies(body -> assertThat(body.path("CustomersLineNumber").asInt()).isEqualTo(2));
    assertThat(erp.calls()).noneMatch(call -> call.startsWith("PATCH"));
  }

  @Test
  void aLineThatIsThereTwiceIsForAPerson() {
    open();
    erp.rows("SalesOrderLinesV3", line(1, "A1", "23.80"), line(1, "A1", "23.80"));
    assertThat(write(Write.Action.UPDATE, "000123", ORDER, ModelJson.parse("{}")))
        .isInstanceOf(Fault.Ambiguous.class);
  }

  @Test
  void aPriceOfATradeAgreementTakesTheOrderBack() {
    open();
    erp.on(LINES, 201, line(1, "A1", "20.00"));
    assertThat(create())
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            invalid ->
                assertThat(invalid.problem())
                    .contains("is 20.00 in Finance & Operations", "23.80 in the shop"));
    assertThat(erp.calls()).contains(DELETED);
  }

  @Test
  void aReferenceThatIsCutTakesTheOrderBack() {
    erp.on(HEADERS, 201, header("Backorder", "Active").replace("SW-10001", "SW-1"));
    assertThat(create())
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            invalid -> assertThat(invalid.field()).isEqualTo("CustomersOrderReference"));
    assertThat(erp.calls()).contains(DELETED);
  }

  @Test
  void anEditChangesAddsAndRemovesLinesAsTheShopDid() {
    open();
    erp.rows(
        "SalesOrderLinesV3",
        line(1, "A1", "23.80"),
        line(2, "C1", "10.70"),
        line(3, "D1", "1.00"),
        line(0, "BY-HAND", "0"));
    erp.on(LINES, 201, line(2, "B1", "10.70"));
    JsonNode before = ModelJson.parse("{\"CurrencyCode\": \"EUR\"}");
    assertThat(write(Write.Action.UPDATE, "000123", ORDER, before))
        .isInstanceOf(Outcome.Written.class);
    String key = " SalesOrderLinesV3(dataAreaId='usmf',InventoryLotId='LOT-%d')?cross-company=true";
    assertThat(erp.calls())
        .contains(
            "DELETE" + key.formatted(2), "DELETE" + key.formatted(3), "PATCH" + key.formatted(1))
        .doesNotContain("DELETE" + key.formatted(0));
    assertThat(erp.sent("PATCH SalesOrderLinesV3"))
        .containsExactly(ModelJson.parse("{\"OrderedSalesQuantity\": 2, \"SalesPrice\": 11.90}"));
    assertThat(erp.sent("PATCH SalesOrderHeadersV2"))
        .containsExactly(ModelJson.parse("{\"OrderingCustomerAccountNumber\": \"C-1\"}"));
  }

  @Test
  void anEditThatIsRefusedIsUndone() {
    open();
    erp.rows("SalesOrderLinesV3", line(1, "A1", "23.80"));
    erp.on(LINES, 201, line(2, "B1", "10.70"));
    String key = " SalesOrderLinesV3(dataAreaId='usmf',InventoryLotId='LOT-%d')";
    erp.refuses("PATCH" + key.formatted(1), 400, "Infolog: Error: Quantity is not allowed.");
    assertThat(write(Write.Action.UPDATE, "000123", ORDER, ModelJson.parse("{\"a\": 1}")))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            invalid -> assertThat(invalid.problem()).endsWith("Quantity is not allowed."));
    assertThat(erp.calls()).contains("DELETE" + key.formatted(2) + "?cross-company=true");
    assertThat(erp.sent("PATCH SalesOrderHeadersV2"))
        .containsExactly(
            ModelJson.parse(
                "{\"OrderingCustomerAccountNumber\": \"C-1\", \"CurrencyCode\": \"EUR\"}"),
            ModelJson.parse(
                "{\"OrderingCustomerAccountNumber\": \"C-0\", \"CurrencyCode\": \"CHF\"}"));
  }

  @Test
  void aCancelledOrderIsDeletedAsItWasRead() {
    open();
    assertThat(write(Write.Action.DELETE, "000123", ORDER, null))
        .isInstanceOf(Outcome.Written.class);
    assertThat(erp.calls()).contains(DELETED);
  }

  @Test
  void aPickedOrderIsHeldAndAGoneOneIsCancelledUnlessInvoiced() {
    erp.on(ONE, 200, header("Backorder", "Picked")).on(ONE, 404, "{}");
    assertThat(write(Write.Action.DELETE, "000123", ORDER, null))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            held -> assertThat(held.problem()).contains("order 000123 is Picked"));
    assertThat(write(Write.Action.DELETE, "000123", ORDER, null))
        .isInstanceOf(Outcome.Written.class);
    erp.rows(
        "SalesInvoiceHeadersV2", "{\"SalesOrderNumber\": \"000123\", \"InvoiceNumber\": \"R1\"}");
    assertThat(write(Write.Action.DELETE, "000123", ORDER, null))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            held -> assertThat(held.problem()).contains("order 000123 is Invoiced"));
    assertThat(erp.calls()).noneMatch(call -> call.startsWith("DELETE"));
  }

  @Test
  void anAsteriskInAReferenceFindsNothingElse() {
    erp.rows("SalesOrderHeadersV2", header("Backorder", "Active"));
    assertThat(
            erp.reader(EntityType.ORDER)
                .findAll(
                    List.of(
                        new Identity.ExternalReference("SW-*"),
                        new Identity.ExternalReference("sw-10001"))))
        .extracting(List::size)
        .containsExactly(0, 1);
  }

  @Test
  void anOrderOfWhichOnlyTheInvoiceIsLeftIsFound() {
    erp.rows(
        "SalesInvoiceHeadersV2",
        """
        {"SalesOrderNumber": "000123", "InvoiceNumber": "R1", "CustomersOrderReference": "SW-10001",
         "InvoiceDate": "2026-03-20T12:00:00Z"}
        """);
    assertThat(erp.reader(EntityType.ORDER).find(new Identity.ExternalReference("SW-10001")))
        .singleElement()
        .satisfies(found -> assertThat(found.id()).isEqualTo("000123"));
  }
}

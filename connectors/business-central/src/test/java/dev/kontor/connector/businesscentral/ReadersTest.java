package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.ModelJson;
import dev.kontor.model.Stock;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadersTest {

  private final FakeService service =
      new FakeService()
          .with(
              "$metadata",
              """
              <E><EntityType Name="posted"><Property Name="externalDocumentNumber"/></EntityType>
              <EntitySet Name="salesInvoices" EntityType="NAV.posted"/>
              <EntitySet Name="salesShipments" EntityType="NAV.posted"/>
              <EntitySet Name="salesCreditMemos" EntityType="NAV.posted"/></E>\
              """);
  private final Configuration configuration = FakeService.configuration("{}");
  private final Company company = new Company(configuration, service);

  @Test
  void aPollLooksBackByTheOverlapAndGoesOnByNextLinks() {
    CustomerReader reader = new CustomerReader(configuration, company, new MasterData(company));
    String next =
        "https://api.businesscentral.dynamics.com/v2.0/contoso/Production/api/v2.0/page2?t=1";
    service.with(
        "customers",
        "{\"value\":[{\"id\":\"1\",\"lastModifiedDateTime\":\"2026-03-01T12:00:00.123Z\"}],"
            + "\"@odata.nextLink\":\""
            + next
            + "\"}");
    service.with("page2", "[{\"id\":\"2\",\"lastModifiedDateTime\":\"2026-03-01T13:00:00Z\"}]");
    Page first = reader.changes(null, 50);
    assertThat(first.more()).isTrue();
    Page second = reader.changes(new Cursor(first.next().value()), 50);
    assertThat(second.documents()).extracting(Document::id).containsExactly("2");
    assertThat(second.more()).isFalse();
    service.with("customers", "[]");
    Page third = reader.changes(second.next(), 50);
    assertThat(service.asked.getLast()).contains("lastModifiedDateTime gt 2026-03-01T12:55:00Z");
    assertThat(third.next()).isEqualTo(second.next());
  }

  @Test
  void partsOfOneOrderAreOneHitAndStrangersAreTold() {
    OrderReader reader = new OrderReader(configuration, company);
    service
        .with(
            "salesOrders",
            "[{\"externalDocumentNumber\":\"SW-1\",\"id\":\"o1\",\"number\":\"S1\"}]")
        .with(
            "salesInvoices",
            "[{\"externalDocumentNumber\":\"SW-1\",\"id\":\"i1\",\"number\":\"I1\",\"orderNumber\":\"S1\"}]")
        .with(
            "salesShipments",
            "[{\"externalDocumentNumber\":\"SW-1\",\"id\":\"h1\",\"number\":\"H1\",\"orderNumber\":\"S1\"}]")
        .with(
            "salesCreditMemos",
            "[{\"externalDocumentNumber\":\"SW-1\",\"id\":\"c1\",\"number\":\"C1\"}]");
    assertThat(reader.find(new Identity.ExternalReference("SW-1")))
        .extracting(Document::id)
        .containsExactly("o1");
    service.with("salesOrders", "[]");
    service.with(
        "salesInvoices",
        "[{\"externalDocumentNumber\":\"SW-1\",\"id\":\"i1\",\"number\":\"I1\",\"orderNumber\":\"S1\",\"orderId\":\"o1\"},"
            + "{\"externalDocumentNumber\":\"SW-1\",\"id\":\"i2\",\"number\":\"I2\",\"orderNumber\":\"S9\",\"orderId\":\"o9\"}]");
    assertThat(reader.find(new Identity.ExternalReference("SW-1")))
        .extracting(Document::id)
        .containsExactly("o1", "o9");
  }

  @Test
  void anOrderOfWhichOnlyACreditMemoIsLeftIsFound() {
    OrderReader reader = new OrderReader(configuration, company);
    for (String set : List.of("salesOrders", "salesInvoices", "salesShipments")) {
      service.with(set, "[]");
    }
    service.with(
        "salesCreditMemos",
        "[{\"externalDocumentNumber\":\"SW-1\",\"id\":\"c1\",\"number\":\"C1\"}]");
    assertThat(reader.find(new Identity.ExternalReference("SW-1")))
        .extracting(Document::number)
        .containsExactly("C1");
    assertThat(service.calls).as("token, metadata, one batch").isEqualTo(3);
  }

  @Test
  void manyReferencesAreAskedForInOneCall() {
    OrderReader reader = new OrderReader(configuration, company);
    for (String set : List.of("salesInvoices", "salesShipments", "salesCreditMemos")) {
      service.with(set, "[]");
    }
    service.with(
        "salesOrders", "[{\"externalDocumentNumber\":\"SW-7\",\"id\":\"o7\",\"number\":\"S7\"}]");
    List<Identity> asked = new ArrayList<>();
    IntStream.range(0, 40).forEach(i -> asked.add(new Identity.ExternalReference("sw-" + i)));
    List<List<Document>> found = reader.findAll(asked);
    assertThat(found).hasSize(40);
    assertThat(found.get(7)).extracting(Document::id).containsExactly("o7");
    assertThat(found.stream().filter(hits -> !hits.isEmpty())).hasSize(1);
    assertThat(service.calls).as("token, metadata, one batch").isEqualTo(3);
  }

  @Test
  void manyCustomersAreAskedForInOneCallAndAnswerToTheirOwnKeys() {
    CustomerReader reader = new CustomerReader(configuration, company, new MasterData(company));
    service.with(
        "customers",
        "[{\"id\":\"1\",\"taxRegistrationNumber\":\"DE 123\",\"email\":\"A@b.de\"},"
            + "{\"id\":\"2\",\"email\":\"a@b.de\"}]");
    List<Identity> asked =
        List.of(
            new Identity.Match("email:a@b.de"),
            new Identity.Match("vat:DE123"),
            new Identity.Match("email:nobody@b.de"));
    assertThat(reader.findAll(asked))
        .extracting(hits -> hits.stream().map(Document::id).toList())
        .containsExactly(List.of("1", "2"), List.of("1"), List.of());
    assertThat(service.calls).as("token and one batch").isEqualTo(2);
  }

  @Test
  void manyDocumentsByIdTakeOneCall() {
    List<String> ids =
        IntStream.range(0, 70).mapToObj("00000000-0000-0000-0000-%012d"::formatted).toList();
    service.with("customers", "[{\"id\":\"1\"}]");
    service.with("companyInformation", "[]");
    CustomerReader customers = new CustomerReader(configuration, company, new MasterData(company));
    assertThat(customers.fetch(ids)).hasSize(3);
    int before = service.calls;
    customers.fetch(ids);
    assertThat(service.calls).as("one batch of three queries").isEqualTo(before + 1);
    service.with("items", "[]").with("itemCategories", "[]");
    ProductReader products = new ProductReader(configuration, company, new MasterData(company));
    products.fetch(ids);
    int known = service.calls;
    products.fetch(ids);
    assertThat(service.calls).as("once it is known what there is").isEqualTo(known + 1);
  }

  @Test
  void aPostedOrderIsFoundByItsOldId() {
    OrderReader reader = new OrderReader(configuration, company);
    service.with(
        "salesInvoices",
        "[{\"id\":\"i1\",\"number\":\"I1\",\"orderNumber\":\"S1\",\"orderId\":\"o1\"}]");
    assertThat(
            reader.find(new Identity.NativeId("00000001-0000-0000-0000-000000000001")).getFirst())
        .satisfies(
            document -> {
              assertThat(document.number()).isEqualTo("S1");
              assertThat(Objects.requireNonNull(document.content()).path("postedAs").asString())
                  .isEqualTo("salesInvoices");
            });
  }

  @Test
  void customersMatchByNormalisedKeys() {
    CustomerReader reader = new CustomerReader(configuration, company, new MasterData(company));
    service.with(
        "customers",
        "[{\"id\":\"1\",\"taxRegistrationNumber\":\"DE"
            + " 123\"},{\"id\":\"2\",\"email\":\"A@b.de\"}]");
    assertThat(reader.find(new Identity.Match("vat:DE123")))
        .extracting(Document::id)
        .containsExactly("1");
    assertThat(service.asked.getLast()).contains("taxRegistrationNumber eq 'DE 123'");
    assertThat(reader.find(new Identity.Match("email:a@b.de")))
        .extracting(Document::id)
        .containsExactly("2");
  }

  @Test
  void stockIsTheInventoryAndTheOpenLines() {
    stockData("10");
    StockReader reader = new StockReader(configuration, company);
    Page all = reader.changes(null, 100);
    assertThat(all.documents()).extracting(Document::id).containsExactly("A", "B");
    Stock stock =
        ModelJson.mapper()
            .treeToValue(Objects.requireNonNull(all.documents().getFirst().content()), Stock.class);
    assertThat(stock.onHand()).isEqualByComparingTo("10");
    assertThat(stock.openDemand()).isEqualByComparingTo(new BigDecimal("2"));
    Stock other =
        ModelJson.mapper()
            .treeToValue(Objects.requireNonNull(all.documents().getLast().content()), Stock.class);
    assertThat(other.openDemand()).as("boxes cannot be counted as pieces").isNull();
  }

  @Test
  void aVanishedOrderChangesTheDemandAfterARestartToo() {
    stockData("10");
    Page first = new StockReader(configuration, company).changes(null, 100);
    service.with("itemLedgerEntries", "[]");
    Page second = new StockReader(configuration, company).changes(first.next(), 100);
    Page quiet = new StockReader(configuration, company).changes(second.next(), 100);
    assertThat(quiet.more()).isFalse();
    service.with("salesOrders", "[]");
    StockCursor told = StockCursor.of(second.next());
    assertThat(told.open()).containsOnlyKeys("A", "B");
    Page third = new StockReader(configuration, company).changes(second.next(), 100);
    assertThat(third.documents()).extracting(Document::id).contains("A");
    assertThat(StockCursor.of(third.next()).open()).isEmpty();
  }

  private void stockData(String inventory) {
    service
        .with(
            "items",
            "[{\"id\":\"1\",\"number\":\"A\",\"type\":\"Inventory\",\"inventory\":"
                + inventory
                + ",\"baseUnitOfMeasureCode\":\"PCS\"},"
                + "{\"id\":\"2\",\"number\":\"B\",\"type\":\"Inventory\",\"inventory\":5,"
                + "\"baseUnitOfMeasureCode\":\"PCS\"},"
                + "{\"id\":\"3\",\"number\":\"C\",\"type\":\"Service\",\"inventory\":0}]")
        .with("itemLedgerEntries", "[{\"entryNumber\":7,\"itemNumber\":\"A\"}]")
        .with(
            "salesOrders",
            """
            [{"id":"o","salesOrderLines":[
              {"lineType":"Item","lineObjectNumber":"A","quantity":3,"shippedQuantity":1,
               "unitOfMeasureCode":"PCS"},
              {"lineType":"Item","lineObjectNumber":"B","quantity":1,"shippedQuantity":0,
               "unitOfMeasureCode":"BOX"},
              {"lineType":"Account","lineObjectNumber":"8400","quantity":1}]}]\
            """);
  }
}

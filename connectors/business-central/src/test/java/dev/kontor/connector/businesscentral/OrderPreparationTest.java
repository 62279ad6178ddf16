package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.Amount;
import dev.kontor.model.EntityType;
import dev.kontor.model.LineKind;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.TaxShare;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OrderPreparationTest {

  private static final String METADATA =
      """
      <E><EntityType Name="salesOrder"><Property Name="customerId"/><Property Name="customerNumber"/>
      <Property Name="shipToName" MaxLength="100"/><Property Name="phoneNumber"/></EntityType>
      <EntityType Name="salesOrderLine"><Property Name="lineType"/><Property Name="itemId"/>
      <Property Name="lineObjectNumber"/><Property Name="description"/><Property Name="taxCode"/>
      <Property Name="quantity"/><Property Name="unitPrice"/><Property Name="discountAmount"/>
      </EntityType><EntitySet Name="salesOrders" EntityType="NAV.salesOrder"/>
      <EntitySet Name="salesOrderLines" EntityType="NAV.salesOrderLine"/></E>""";

  private static final String BUYER = "00000000-0000-0000-0000-00000000000a";

  private final FakeService service = new FakeService();

  @BeforeEach
  void masterData() {
    service
        .with("$metadata", METADATA)
        .with("taxAreas", "[{\"id\":\"A1\",\"code\":\"INLAND\"},{\"id\":\"A2\",\"code\":\"EU\"}]")
        .with("currencies", "[{\"code\":\"CHF\",\"amountRoundingPrecision\":0.05}]")
        .with("companyInformation", "[{\"currencyCode\":\"EUR\"}]")
        .with("customers", customer("a1", "_x0020_"))
        .with(
            "items",
            """
            [{"id":"I1","number":"A","taxGroupCode":"VAT19","blocked":false,"itemVariants":[]},
             {"id":"I2","number":"B","taxGroupCode":"VAT7","blocked":false,"itemVariants":[]},
             {"id":"I3","number":"OLD","taxGroupCode":"VAT19","blocked":true,"itemVariants":[]},
             {"id":"I4","number":"ODD","taxGroupCode":"X","blocked":false,"itemVariants":[]},
             {"id":"I5","number":"TEE","taxGroupCode":"VAT19","blocked":false,
              "itemVariants":[{"id":"V1","code":"RED"}]}]""");
  }

  @Test
  void anEqualOrderIsReadyWithItemsAndTaxGroups() {
    SampleOrder orders = gross().goods("A", "1", "59.90", "59.90", "19");
    Order order =
        orders
            .goods("B", "4", "7.49", "29.96", "7")
            .other(LineKind.SHIPPING, orders.share("4.90", "7"))
            .build();
    Prepared.Ready ready = ready(prepare(order, "{}"));
    JsonNode lines = ready.content().path("salesOrderLines");
    assertThat(lines.get(1).toString())
        .isEqualTo(
            "{\"lineType\":\"Item\",\"itemId\":\"I2\",\"description\":\"Line 1\","
                + "\"quantity\":4,\"unitPrice\":7.49}");
    assertThat(lines.get(2).toString())
        .isEqualTo(
            "{\"lineType\":\"Account\",\"lineObjectNumber\":\"8300\",\"description\":\"Line 2\","
                + "\"taxCode\":\"VAT7\",\"quantity\":1,\"unitPrice\":4.90}");
    assertThat(ready.notes()).isEmpty();
  }

  @Test
  void aTaxDifferenceOfACentIsAcceptedAndExplained() {
    SampleOrder orders = gross();
    for (int i = 0; i < 5; i++) {
      orders.goods("B", "1", "2.50", "2.50", "7");
    }
    Prepared.Ready ready = ready(prepare(orders.build(), "{}"));
    assertThat(ready.notes())
        .containsExactly(
            "accepted difference: 7 %: shop net 11.70 tax 0.80, Business Central net 11.68 tax"
                + " 0.82 (the shop rounds tax in its own steps, Business Central once per VAT"
                + " identifier)");
    assertThat(refused(prepare(orders.build(), "{\"tolerance\":\"0.01\"}")))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            invalid -> {
              assertThat(invalid.field()).isEqualTo("total");
              assertThat(invalid.problem())
                  .contains("7 %", "11.70", "11.68", "tolerance (now 0.01)");
            });
  }

  /** Shopware splits shipping by the goods' rates, so it taxes none of it if they cost nothing. */
  @Test
  void whatTheShopTaxedAtNoRateIsNamedAndNotTakenForRounding() {
    TaxShare untaxed = new TaxShare(new BigDecimal("19"), Amount.ZERO);
    SampleOrder orders = gross();
    orders.other(LineKind.SHIPPING, orders.share("14.90", "19"));
    Order order =
        orders.build(Amount.ofGross(new BigDecimal("14.90"), BigDecimal.ZERO), List.of(untaxed));
    assertThat(refused(prepare(order, "{}")).message())
        .contains("no tax rate for 14.90", "enter the order by hand")
        .doesNotContain("rounds", "tolerance");
  }

  @Test
  void aGrossDifferenceOfNetPricesNeedsARoundingAccount() {
    SampleOrder orders = SampleOrder.in(PriceBasis.NET);
    for (int i = 0; i < 5; i++) {
      orders.goods("A", "1", "0.33", "0.33", "19");
    }
    // Per line 5 x 0.06 = 0.30, once per identifier 0.31.
    assertThat(refused(prepare(orders.build(), "{}")).message()).contains("roundingLine");
    Prepared.Ready ready =
        ready(prepare(orders.build(), "{\"roundingLine\":{\"number\":\"4840\"}}"));
    assertThat(ready.content().path("salesOrderLines").get(5).toString())
        .contains("\"4840\"", "\"VAT0\"", "\"unitPrice\":-0.01");
    assertThat(String.join(" ", ready.notes())).contains("rounding line of -0.01");
  }

  @Test
  void aDifferentRateNamesTheLineThatCausesIt() {
    Order order = gross().goods("A", "1", "100", "100", "7").build();
    assertThat(refused(prepare(order, "{}")).message())
        .contains(
            "salesOrderLines[0] (A) is taxed with 7 % in the shop and 19 % by tax group VAT19");
  }

  @Test
  void reverseChargeEqualsATaxFreeOrder() {
    service.with("customers", customer("a2", " "));
    Order order = SampleOrder.in(PriceBasis.TAX_FREE).goods("A", "2", "50", "100", "0").build();
    assertThat(ready(prepare(order, "{}")).notes()).isEmpty();
  }

  @Test
  void aForeignCurrencyUsesItsOwnPrecision() {
    Order order = gross().currency("CHF").goods("A", "1", "119", "119.00", "19").build();
    assertThat(ready(prepare(order, "{}")).notes()).isEmpty();
    Order unknown = gross().currency("SEK").goods("A", "1", "119", "119.00", "19").build();
    assertThat(refused(prepare(unknown, "{}")).message()).contains("no currency SEK");
  }

  @Test
  void whatCannotBeSoldIsNamed() {
    assertThat(refusedGoods("NEW"))
        .isInstanceOfSatisfying(
            Fault.Missing.class,
            missing -> {
              assertThat(missing.type()).isEqualTo(EntityType.PRODUCT);
              assertThat(missing.key()).isEqualTo("NEW");
            });
    assertThat(refusedGoods("OLD").message()).contains("salesOrderLines[0]", "blocked");
    assertThat(refusedGoods("ODD").message()).contains("tax area INLAND", "tax group X");
    assertThat(refusedGoods("TEE").message()).contains("has variants");
  }

  @Test
  void anOlderEnvironmentWithoutVariantsHoldsOnlyOrdersThatNeedThem() {
    Order order = gross().goods("TEE-RED", "1", "10", "10", "19").build();
    assertThat(refused(prepare(order, "{\"skuScheme\":\"item-variant\"}")).message())
        .contains("itemVariantId", "update");
    service.with(
        "$metadata",
        METADATA.replace("itemId\"/>", "itemId\"/><Property Name=\"itemVariantId\"/>"));
    JsonNode line =
        ready(prepare(order, "{\"skuScheme\":\"item-variant\"}"))
            .content()
            .at("/salesOrderLines/0");
    assertThat(line.path("itemVariantId").asString()).isEqualTo("V1");
  }

  @Test
  void customersThatCannotBuyAreNamed() {
    Order order = gross().goods("A", "1", "10", "10", "19").build();
    service.with("customers", customer("a1", "All"));
    assertThat(refused(prepare(order, "{}")).message()).contains("customerId", "blocked (All)");
    service.with("customers", customer("", ""));
    assertThat(refused(prepare(order, "{}")).message()).contains("no tax area");
    service.with("customers", "[]");
    assertThat(refused(prepare(order, "{}")).message()).contains("names no customer");
    ObjectNode mapped = mapped(order, "{}");
    mapped.remove("customerId");
    assertThat(refused(preparation("{}").prepare(mapped, ModelJson.tree(order))).message())
        .contains("customerId: is missing");
  }

  /** As in a rehearsal, which makes no debtor. */
  @Test
  void aDebtorThatIsNotMadeYetIsJudgedByTheTaxAreaItWillGet() {
    service.with("customers", "[]");
    Order order = gross().goods("A", "1", "119", "119.00", "19").build();
    ObjectNode mapped = mapped(order, "{}").put("customerId", Writer.Draft.UNMADE);
    Writer.Draft draft = new Writer.Draft(mapped, ModelJson.tree(order));
    assertThat(ready(preparation("{}").prepareAll(List.of(draft)).getFirst()).notes()).isEmpty();
  }

  @Test
  void negativeAndEmptyOrdersAreRefused() {
    SampleOrder orders = gross().goods("A", "1", "10", "10", "19");
    Order negative = orders.other(LineKind.PROMOTION, orders.share("-20", "19")).build();
    assertThat(refused(prepare(negative, "{}")).message()).contains("negative");
    assertThat(refused(prepare(gross().build(), "{}")).message()).contains("without lines");
  }

  @Test
  void anOrderOfZeroIsReady() {
    SampleOrder orders = gross().goods("A", "1", "10", "10", "19");
    Order zero = orders.other(LineKind.PROMOTION, orders.share("-10", "19")).build();
    assertThat(ready(prepare(zero, "{}")).content().path("salesOrderLines")).hasSize(2);
  }

  @Test
  void aTotalThatIsNotTheSumOfItsLinesIsHeld() {
    Order order =
        gross()
            .goods("A", "1", "119", "119.00", "19")
            .build(
                Amount.ofGross(new BigDecimal("120.00"), new BigDecimal("19.00")),
                List.of(
                    new TaxShare(
                        new BigDecimal("19"),
                        Amount.ofGross(new BigDecimal("120.00"), new BigDecimal("19.00")))));
    assertThat(refused(prepare(order, "{}")).message())
        .contains("gross: shop 120.00, Business Central 119.00");
  }

  @Test
  void whatTheServiceCannotAnswerNowIsNoRefusal() {
    service.failing.put("taxAreas", 503);
    Order order = gross().goods("A", "1", "10", "10", "19").build();
    assertThatThrownBy(() -> prepare(order, "{}"))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault()).isInstanceOf(Fault.Unavailable.class));
  }

  @Test
  void longTextsAreCutWithANote() {
    Order order = gross().goods("A", "1", "10", "10", "19").build();
    ObjectNode mapped = mapped(order, "{}");
    mapped.put("shipToName", "x".repeat(120)).put("phoneNumber", "+49 (30) 12-34 ext");
    Prepared.Ready ready = ready(preparation("{}").prepare(mapped, ModelJson.tree(order)));
    assertThat(ready.content().path("shipToName").asString()).hasSize(100);
    assertThat(ready.content().path("phoneNumber").asString()).isEqualTo("+49 (30) 1234");
    assertThat(ready.notes())
        .containsExactly("shipToName was cut to the 100 characters Business Central keeps");
  }

  private static SampleOrder gross() {
    return SampleOrder.in(PriceBasis.GROSS);
  }

  private static String customer(String taxArea, String blocked) {
    return "[{\"id\":\""
        + BUYER
        + "\",\"number\":\"D1\",\"taxAreaId\":\""
        + taxArea
        + "\",\"blocked\":\""
        + blocked
        + "\"}]";
  }

  private Fault refusedGoods(String sku) {
    return refused(prepare(gross().goods(sku, "1", "10", "10", "19").build(), "{}"));
  }

  private Prepared prepare(Order order, String settings) {
    return preparation(settings).prepare(mapped(order, settings), ModelJson.tree(order));
  }

  private static ObjectNode mapped(Order order, String settings) {
    ObjectNode mapped = Json.object();
    mapped.put("customerId", BUYER).put("notOffered", "x");
    mapped.set(
        "salesOrderLines",
        SalesLines.apply(
            List.of(ModelJson.tree(order), FakeService.configuration(settings).json())));
    return mapped;
  }

  private OrderPreparation preparation(String settings) {
    Configuration configuration = FakeService.configuration(settings);
    Company company = new Company(configuration, service);
    return new OrderPreparation(
        configuration,
        company,
        new MasterData(company),
        new Items(company, configuration.skus()),
        new OrderLocation(configuration, new LocationCodes(company)));
  }

  private static Prepared.Ready ready(Prepared prepared) {
    assertThat(prepared).isInstanceOf(Prepared.Ready.class);
    Prepared.Ready ready = (Prepared.Ready) prepared;
    assertThat(ready.content().has("notOffered")).isFalse();
    return ready;
  }

  private static Fault refused(Prepared prepared) {
    assertThat(prepared).isInstanceOf(Prepared.Refused.class);
    return ((Prepared.Refused) prepared).fault();
  }
}

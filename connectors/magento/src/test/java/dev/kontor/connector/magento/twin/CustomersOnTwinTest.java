package dev.kontor.connector.magento.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.magento.MagentoProvider;
import dev.kontor.connector.magento.order.TranslatedOrder;
import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.contract.TwinBench.Trouble;
import dev.kontor.model.Customer;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Page;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Accounts and what their companies may owe; orders on account are not owed twice. */
class CustomersOnTwinTest {

  private final MagentoBench bench = new MagentoBench();
  private final TwinCompanies companies = bench.companies();
  private Connector connector = new MagentoProvider().connect(bench.settings(), bench.toolbox());

  @BeforeEach
  void clock() {
    bench.shop().tick();
  }

  @AfterEach
  void stop() {
    connector.close();
    bench.close();
  }

  private Document read(String customer) {
    return connector.reader(EntityType.CUSTOMER).orElseThrow().fetch(List.of(customer)).getFirst();
  }

  private JsonNode content(String customer) {
    return Objects.requireNonNull(read(customer).content());
  }

  private Outcome write(String customer, String key, String content, @Nullable String basis) {
    Write write =
        new Write(
            key,
            Write.Action.UPDATE,
            customer,
            customer,
            ModelJson.parse(content),
            null,
            Map.of(),
            basis);
    return connector.writer(EntityType.CUSTOMER).orElseThrow().write(List.of(write)).getFirst();
  }

  private void told(String customer, String key, String content) {
    assertThat(write(customer, key, content, null)).isInstanceOf(Outcome.Written.class);
  }

  private Prepared.Ready prepared(String customer, String content) {
    JsonNode json = ModelJson.parse(content);
    return (Prepared.Ready)
        connector
            .writer(EntityType.CUSTOMER)
            .orElseThrow()
            .prepareAll(List.of(new Writer.Draft(json, json, customer)))
            .getFirst();
  }

  private Placed onAccount(String customer, int pieces) {
    return bench.shop().order(wish(customer, pieces));
  }

  private static ObjectNode wish(String customer, int pieces) {
    ObjectNode wish =
        (ObjectNode)
            ModelJson.parse("{\"payment_method\": \"companycredit\", \"po_number\": \"B-77\"}");
    wish.putObject("customer").put("id", Integer.parseInt(customer));
    wish.putArray("lines").addObject().put("sku", "KOCHER-F1").put("qty", pieces);
    return wish;
  }

  private BigDecimal balance(String customer) {
    return companies.credit(customer).path("balance").decimalValue();
  }

  private BigDecimal owed(String customer) {
    return new BigDecimal(content(customer).path("terms").path("balance").asString());
  }

  @Test
  void anAccountIsReadWithItsCompanyAndWhatThatOwes() {
    String customer = companies.found().customer();
    told(
        customer,
        "k1",
        "{\"terms\":{\"creditLimit\":1000,\"balance\":120.5,\"currency\":\"EUR\"}}");
    JsonNode account = content(customer);
    assertThat(account.path("company").path("vat_tax_id").asString()).startsWith("DE98765432");
    assertThat(account.path("group").path("name").asString()).isEqualTo("General");
    assertThat(account.path("terms").toString())
        .isEqualTo("{\"creditLimit\":\"1000\",\"balance\":\"120.5\",\"currency\":\"EUR\"}");
    assertThat(companies.credit(customer).path("available_limit").decimalValue())
        .isEqualByComparingTo("879.5");
  }

  @Test
  void anOrderOnAccountIsOwedOnceBeforeAndAfterItsInvoice() {
    String customer = companies.found().customer();
    told(customer, "k1", "{\"terms\":{\"creditLimit\":1000}}");
    Placed order = onAccount(customer, 2);
    BigDecimal total = balance(customer).negate();
    assertThat(owed(customer)).isZero();
    told(customer, "k2", "{\"terms\":{\"balance\":0}}");
    assertThat(balance(customer).negate()).isEqualByComparingTo(total);
    invoiced(order, total);
    assertThat(owed(customer)).isEqualByComparingTo(total);
    told(customer, "k3", "{\"terms\":{\"balance\":" + total.toPlainString() + "}}");
    assertThat(balance(customer).negate()).isEqualByComparingTo(total);
    told(customer, "k4", "{\"terms\":{\"balance\":0}}");
    assertThat(balance(customer)).isZero();
  }

  /** Else what an invoice made owed twice would stay so: a comment moves no time. */
  @Test
  void thatTheErpHasInvoicedAnOrderOnAccountIsNewsOfTheAccount() {
    String customer = companies.found().customer();
    told(customer, "k1", "{\"terms\":{\"creditLimit\":1000}}");
    Placed order = onAccount(customer, 2);
    BigDecimal total = balance(customer).negate();
    Page page = poll(null);
    page = poll(page.next());
    // The newest accounts may be read back each time; what they say is nothing new.
    assertThat(news(customer, page)).isSubsetOf(read(customer).version());
    String before = read(customer).version();
    invoiced(order, total);
    assertThat(news(customer, poll(page.next())))
        .containsOnly(read(customer).version())
        .doesNotContain(before);
  }

  private static List<String> news(String customer, Page page) {
    return page.documents().stream()
        .filter(document -> document.id().equals(customer))
        .map(Document::version)
        .toList();
  }

  /** To its end. */
  private Page poll(@Nullable Cursor from) {
    Page page = connector.reader(EntityType.CUSTOMER).orElseThrow().changes(from, 50);
    if (!page.more()) {
      return page;
    }
    Page rest = poll(page.next());
    List<Document> all = new ArrayList<>(page.documents());
    all.addAll(rest.documents());
    return new Page(all, rest.next(), false);
  }

  @Test
  void anOrderOnAccountIsTheCompanys() {
    String customer = companies.found().customer();
    told(customer, "k1", "{\"terms\":{\"creditLimit\":1000}}");
    Placed placed = onAccount(customer, 2);
    Document document =
        connector
            .reader(EntityType.ORDER)
            .orElseThrow()
            .find(new Identity.NativeId(placed.id()))
            .getFirst();
    TranslatedOrder order = new TranslatedOrder(Objects.requireNonNull(document.content()));
    Customer buyer = order.read("customer", Customer.class);
    assertThat(buyer.company()).isEqualTo("Großkopf Alpin GmbH");
    assertThat(buyer.matchKey()).isEqualTo("vat:DE98765432" + customer);
    assertThat(order.call("paymentMethod").asString()).isEqualTo("companycredit");
    assertThat(order.call("paymentState").asString()).isEqualTo("OPEN");
    JsonNode extra = order.call("extra").path("magento");
    assertThat(extra.path("po_number").asString()).isEqualTo("B-77");
    assertThat(extra.has("company_id")).isTrue();
  }

  private void invoiced(Placed order, BigDecimal total) {
    ObjectNode event = ModelJson.mapper().createObjectNode();
    event.put("kind", "INVOICED").put("orderId", order.id()).put("erpState", "SHIPPED_PARTIALLY");
    event
        .putObject("invoice")
        .put("number", "103001")
        .put("date", "2026-11-21")
        .put("currency", "EUR")
        .put("gross", total.toPlainString());
    Write write = new Write("i", Write.Action.UPDATE, "", order.id(), event);
    assertThat(
            connector
                .writer(EntityType.ORDER_PROGRESS)
                .orElseThrow()
                .write(List.of(write))
                .getFirst())
        .isInstanceOf(Outcome.Written.class);
  }

  @Test
  void aLimitThatIsReachedStopsTheNextOrder() {
    String customer = companies.found().customer();
    told(customer, "k1", "{\"terms\":{\"creditLimit\":100}}");
    onAccount(customer, 1);
    assertThat(bench.shop().refused(wish(customer, 2))).contains("credit limit was exceeded");
    told(customer, "k2", "{\"terms\":{\"creditLimit\":500}}");
    onAccount(customer, 2);
  }

  @Test
  void aLostAnswerBooksOnce() {
    String customer = companies.found().customer();
    String content = "{\"terms\":{\"balance\":300}}";
    bench.trouble(Trouble.LOST_ANSWER, EntityType.CUSTOMER);
    assertThat(write(customer, "k1", content, null)).isInstanceOf(Fault.OutcomeUnknown.class);
    bench.trouble(Trouble.NONE, EntityType.CUSTOMER);
    told(customer, "k1", content);
    assertThat(companies.operations(customer)).hasSize(1);
    assertThat(balance(customer)).isEqualByComparingTo("-300");
    told(customer, "k2", "{\"terms\":{\"balance\":0}}");
    told(customer, "k3", content);
    assertThat(companies.operations(customer)).hasSize(3);
    told(customer, "k2", "{\"terms\":{\"balance\":0}}");
    assertThat(balance(customer)).as("booked long ago").isEqualByComparingTo("-300");
  }

  @Test
  void theGroupOfACompanyIsThatOfItsAccounts() {
    String member = companies.found().customer();
    String alone = companies.account("Berg").id();
    for (String customer : List.of(member, alone)) {
      Prepared.Ready ready = prepared(customer, "{\"group\":{\"name\":\"GH\"}}");
      assertThat(ready.content().path("group").path("name").asString()).isEqualTo("Wholesale");
      told(customer, "g", ready.content().toString());
      assertThat(content(customer).path("group").path("name").asString()).isEqualTo("Wholesale");
    }
    assertThat(content(member).path("company").path("customer_group_id").asInt()).isEqualTo(2);
    Prepared.Ready other = prepared(alone, "{\"group\":{\"name\":\"OTHER\"}}");
    assertThat(other.content().has("group")).isFalse();
    assertThat(other.notes()).anyMatch(note -> note.contains("OTHER"));
  }

  @Test
  void whatHasNoPlaceInTheShopIsNoDifference() {
    String terms = "{\"terms\":{\"creditLimit\":5,\"paymentTerms\":\"14D\",\"currency\":\"EUR\"}}";
    assertThat(prepared(companies.account("Berg").id(), terms).content().toString())
        .isEqualTo("{\"terms\":{}}");
    assertThat(prepared(companies.found().customer(), terms).content().path("terms")).hasSize(2);
  }

  @Test
  void anAttributeTakesATermIfTheShopHasIt() {
    connector.close();
    connector =
        new MagentoProvider()
            .connect(
                bench.with("customers", "{\"attributes\":{\"paymentTerms\":\"zahlungsziel\"}}"),
                bench.toolbox());
    String customer = companies.account("Berg").id();
    String content = "{\"terms\":{\"paymentTerms\":\"14D\"}}";
    assertThat(write(customer, "k", content, null)).isInstanceOf(Fault.Misconfigured.class);
    bench.shop().customerAttribute("zahlungsziel");
    told(customer, "k", content);
    assertThat(content(customer).path("terms").toString()).isEqualTo("{\"paymentTerms\":\"14D\"}");
    String version = read(customer).version();
    told(customer, "k", content);
    assertThat(read(customer).version()).isEqualTo(version);
  }

  @Test
  void anAccountChangedMeanwhileIsLeftAlone() {
    String customer = companies.account("Berg").id();
    String version = read(customer).version();
    companies.change(customer, "Neu", "Talweg 9");
    String content = "{\"group\":{\"name\":\"Wholesale\"}}";
    assertThat(write(customer, "k", content, version)).isInstanceOf(Fault.Conflict.class);
    assertThat(content(customer).path("group").path("name").asString()).isEqualTo("General");
  }

  @Test
  void creditInAnotherCurrencyIsForPeople() {
    String customer = companies.found().customer();
    assertThat(write(customer, "k", "{\"terms\":{\"balance\":5,\"currency\":\"USD\"}}", null))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            invalid -> assertThat(invalid.field()).isEqualTo("terms.currency"));
  }
}

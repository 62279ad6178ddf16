package dev.kontor.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.mapping.ModelSchemas;
import dev.kontor.model.Customer;
import dev.kontor.model.CustomerTerms;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The pack of Shopware and Finance & Operations, with recorded orders of a shop. */
class FinanceOperationsPackTest {

  private static final Pack PACK = Pack.financeOperations();

  private static JsonNode golden(String name, String file) {
    String path = "/golden/" + name + "/" + file;
    try (InputStream in = FinanceOperationsPackTest.class.getResourceAsStream(path)) {
      return ModelJson.parse(Objects.requireNonNull(in, path).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void customersOrdersAndTheAnswerAreOnWhatPollsAllIsNot() {
    assertThat(PACK.config.flows().stream().filter(FlowConfig::enabled))
        .extracting(FlowConfig::name)
        .containsExactly("customers", "orders", "order-reply");
    assertThat(PACK.flow("stock").enabled()).isFalse();
    assertThat(PACK.flow("products").enabled()).isFalse();
    assertThat(PACK.flow("progress").enabled()).isFalse();
  }

  @Test
  void aCustomerIsReadWithItsTermsAndItsAddress() {
    JsonNode model =
        PACK.read(
            "customer-terms",
            ModelJson.parse(
                """
                {"CustomerAccount": "10000", "PartyType": "Organization", "OrganizationName": "Möbel Meller KG",
                 "PrimaryContactEmail": "einkauf@meller.example", "TaxExemptNumber": "DE533435789",
                 "DiscountPriceGroupId": "HANDEL", "PaymentTerms": "14TAGE", "CreditLimit": 5000,
                 "CreditLimitIsMandatory": "No", "OnHoldStatus": "Invoice", "AddressStreet": "Tischlerstr. 4\\nHof 2",
                 "AddressZipCode": "20095", "AddressCity": "Hamburg", "AddressCountryRegionId": "DEU",
                 "openBalance": 4990.50, "openBalanceOverdue": 0, "accountingCurrency": "EUR"}
                """));
    Customer customer = ModelJson.mapper().treeToValue(model, Customer.class);
    assertThat(customer.matchKey()).isEqualTo("vat:DE533435789");
    assertThat(customer.group()).isEqualTo("HANDEL");
    assertThat(Objects.requireNonNull(customer.address()).street2()).isEqualTo("Hof 2");
    assertThat(customer.address().country()).isEqualTo("DE");
    CustomerTerms terms = Objects.requireNonNull(customer.terms());
    assertThat(terms.creditLimit()).isEqualByComparingTo("5000");
    assertThat(terms.balance()).isEqualByComparingTo("4990.50");
    assertThat(terms.blocked()).isEqualTo("INVOICE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "single-line-open",
        "mixed-tax-qty-odd-cents",
        "b2b-net-company-vat",
        "promotion-percent-paid",
        "two-promotions-paid-partially",
        "currency-usd-us",
        "export-ch-tax-free",
        "variants-free-shipping-comment",
      })
  void theLinesOfARecordedOrderCostWhatTheShopCharged(String name) {
    JsonNode model = golden(name, "model.json");
    Order order = ModelJson.mapper().treeToValue(model, Order.class);
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode line : PACK.write("orders", model).path("SalesOrderLines")) {
      BigDecimal price = line.path("SalesPrice").decimalValue();
      assertThat(price.scale()).isLessThanOrEqualTo(2);
      BigDecimal amount = price.multiply(line.path("OrderedSalesQuantity").decimalValue());
      assertThat(line.path("LineAmount").decimalValue()).isEqualByComparingTo(amount);
      sum = sum.add(amount);
    }
    assertThat(sum).isEqualByComparingTo(order.total().on(order.priceBasis()));
  }

  @Test
  void aRecordedOrderBecomesAHeaderAndLines() {
    assertThat(
            PACK.write("orders", golden("promotion-percent-paid", "model.json")).toPrettyString())
        .isEqualTo(golden("promotion-percent-paid", "finance-operations.json").toPrettyString());
  }

  @Test
  void aMasterWithVariantsBecomesAProductOfTheShop() {
    JsonNode model = PACK.read("products", golden("finance-operations-product", "in.json"));
    assertThat(ModelSchemas.problems("product", model)).isEmpty();
    GoldenTest.check("finance-operations-product/model.json", model, false);
    GoldenTest.check(
        "finance-operations-product/shopware.json", PACK.write("products", model), false);
  }

  @Test
  void aMasterWhoseVariantsCannotBeToldApartIsHeldWithTheReason() {
    ObjectNode master = golden("finance-operations-product", "in.json").asObject();
    master.withArray("problems").add("variants A and B have the same product dimensions");
    assertThatThrownBy(() -> PACK.read("products", master))
        .hasMessageContaining("variants A and B");
  }

  @Test
  void aCompanyBecomesAnOrganisationWithItsVatId() {
    JsonNode model = golden("b2b-net-company-vat", "model.json");
    assertThat(PACK.write("customers", model.path("customer")).toPrettyString())
        .isEqualTo(
            golden("b2b-net-company-vat", "finance-operations-customer.json").toPrettyString());
  }
}

package dev.kontor.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.magento.MagentoProvider;
import dev.kontor.engine.mapping.Mapping;
import dev.kontor.engine.mapping.MappingCompiler;
import dev.kontor.engine.mapping.ModelSchemas;
import dev.kontor.model.Customer;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Quote;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Accounts, companies and quotes of Adobe Commerce to the model and back. */
class MagentoCommerceTest {

  private final Pack pack = Pack.magento();

  private static final String ACCOUNT =
      """
      {"id": 7, "group_id": 2, "email": "e@kraemer.example", "firstname": "Bärbel",
       "lastname": "Krämer", "store_id": 1, "website_id": 1, "taxvat": "DE999999999",
       "addresses": [{"id": 1, "country_id": "DE", "street": ["Industriestraße 44", "Tor 3"],
                      "company": "Krämer Outdoor", "telephone": "0751 1", "postcode": "88212",
                      "city": "Ravensburg", "default_billing": true,
                      "region": {"region_code": "BW", "region": "Baden", "region_id": 80}}],
       "group": {"name": "Wholesale"},
       "company": {"id": 3, "company_name": "Krämer Outdoor GmbH", "vat_tax_id": "DE123456789"},
       "terms": {"creditLimit": "1000", "balance": "120.5", "currency": "EUR"}}""";

  private static Mapping mapping(String id) throws IOException {
    String file = "mappings/" + id + ".yaml";
    try (InputStream in = MagentoProvider.class.getResourceAsStream("/" + file)) {
      String yaml =
          new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
      return new MappingCompiler(new MagentoProvider().functions(), Set.of()).compile(file, yaml);
    }
  }

  @Test
  void anAccountIsTheDebtorOfItsCompany() {
    JsonNode read = pack.read("customer-changes", ModelJson.parse(ACCOUNT));
    assertThat(ModelSchemas.problems("customer", read)).isEmpty();
    Customer customer = ModelJson.mapper().treeToValue(read, Customer.class);
    assertThat(customer.matchKey()).isEqualTo("vat:DE123456789");
    assertThat(customer.company()).isEqualTo("Krämer Outdoor GmbH");
    assertThat(customer.group()).isEqualTo("Wholesale");
    assertThat(Objects.requireNonNull(customer.address()).state()).isEqualTo("BW");
    assertThat(Objects.requireNonNull(customer.terms()).balance()).isEqualByComparingTo("120.5");
  }

  @Test
  void termsThatAreReadAreWrittenInTheSameShape() {
    JsonNode read = pack.read("customer-changes", ModelJson.parse(ACCOUNT));
    JsonNode written = pack.write("customer-terms", read);
    assertThat(ModelJson.parse(written.toString()))
        .isEqualTo(
            ModelJson.parse(
                """
                {"group": {"name": "Wholesale"},
                 "terms": {"currency": "EUR", "creditLimit": 1000, "balance": 120.5}}
                """));
  }

  @Test
  void aQuoteIsReadWithItsOffer() throws IOException {
    JsonNode cart =
        ModelJson.parse(
            """
            {"id": 31, "requested_at": "2026-11-21T09:00:00Z",
             "valid_until": "2026-12-31T23:00:00Z", "said": "5 %% fürs Ehrenamt", "asked": 800,
             "offered": 760.00, "currency": {"quote_currency_code": "EUR"},
             "customer": %s,
             "items": [{"item_id": 9, "sku": "KOCHER-F1", "name": "Kocher", "qty": 20, "price": 38,
                        "offered_price": 38, "extension_attributes":
                        {"negotiable_quote_item": {"item_id": 9, "original_price": 40}}}],
             "extension_attributes": {"negotiable_quote":
              {"quote_id": 31, "status": "submitted_by_admin", "quote_name": "Bergrettung"}}}"""
                .formatted(ACCOUNT));
    JsonNode read = mapping("magento/quote.in").apply(cart, Pack.nothing());
    assertThat(ModelSchemas.problems("quote", read)).isEmpty();
    Quote quote = ModelJson.mapper().treeToValue(read, Quote.class);
    assertThat(quote.number()).isEqualTo("31");
    assertThat(quote.state()).isEqualTo(Quote.State.OFFERED);
    assertThat(quote.offered()).isEqualByComparingTo("760");
    assertThat(quote.lines().getFirst().unitPrice()).isEqualByComparingTo("40");
    assertThat(quote.customer().matchKey()).isEqualTo("vat:DE123456789");
    JsonNode answer = mapping("magento/quote.out").apply(read, Pack.nothing());
    assertThat(answer.path("offered").asString()).startsWith("760");
    assertThat(answer.path("state").asString()).isEqualTo("OFFERED");
    assertThat(answer.path("lines").path(0).path("quantity").asString()).isEqualTo("20");
  }
}

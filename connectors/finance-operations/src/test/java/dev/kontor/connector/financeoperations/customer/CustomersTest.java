package dev.kontor.connector.financeoperations.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.financeoperations.CannedErp;
import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.PriceBasis;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Buyers are looked for before they are made. */
class CustomersTest {

  private static String row(String account, String email, String vatId) {
    return "{\"@odata.etag\": \"e\", \"CustomerAccount\": \"%s\", \"PrimaryContactEmail\": \"%s\", \"TaxExemptNumber\": \"%s\"}"
        .formatted(account, email, vatId);
  }

  @Test
  void aVatIdIsFoundHoweverItIsWrittenAndNothingElseThatTheFilterLetsPass() {
    try (CannedErp erp = new CannedErp()) {
      erp.rows("CustomersV3", row("C-1", "", "DE 123456789"), row("C-2", "", "DE1234567890"));
      assertThat(found(erp, "vat:DE123456789")).containsExactly("C-1");
      assertThat(erp.calls().getFirst())
          .contains("TaxExemptNumber eq 'DE123456789' or TaxExemptNumber eq 'DE 123456789'");
    }
  }

  @Test
  void anEmailWithAnAsteriskFindsOnlyItself() {
    try (CannedErp erp = new CannedErp()) {
      erp.rows("CustomersV3", row("C-1", "Ada@Example.org", ""), row("C-2", "a*a@example.org", ""));
      assertThat(found(erp, "email:a*a@example.org")).containsExactly("C-2");
      assertThat(found(erp, "email:ada@example.org")).containsExactly("C-1");
    }
  }

  private static List<String> found(CannedErp erp, String key) {
    return erp.reader(EntityType.CUSTOMER).find(new Identity.Match(key)).stream()
        .map(Document::id)
        .toList();
  }

  @Test
  void aNewOneHasItsGroupAndDefaultsAndItsVatIdWhereTheCompanyKeepsIt() {
    try (CannedErp erp =
        new CannedErp(
            "{\"vatIdField\": \"TaxRegistrationId\", \"customerDefaults\": {\"LanguageId\": \"de\"}}")) {
      erp.on("POST CustomersV3", 201, row("C-9", "", ""));
      JsonNode content =
          ModelJson.parse(
              "{\"PartyType\": \"Organization\", \"OrganizationName\": \"Alpenhof\", \"TaxExemptNumber\": \"DE1\"}");
      JsonNode model = ModelJson.tree(SampleOrder.in(PriceBasis.GROSS).build().customer());
      Prepared prepared = erp.writer(EntityType.CUSTOMER).prepare(content, model);
      Write write =
          new Write("k", Write.Action.CREATE, "", null, ((Prepared.Ready) prepared).content());
      assertThat(erp.write(EntityType.CUSTOMER, write))
          .isEqualTo(new Outcome.Written("C-9", "C-9", "e"));
      assertThat(erp.sent("POST CustomersV3"))
          .containsExactly(
              ModelJson.parse(
                  """
                  {"CustomerGroupId": "WEB", "LanguageId": "de", "PartyType": "Organization",
                   "OrganizationName": "Alpenhof", "TaxRegistrationId": "DE1", "dataAreaId": "usmf"}
                  """));
    }
  }

  @Test
  void aNumberGivenByHandIsTheSameForTheSameBuyer() {
    try (CannedErp erp = new CannedErp("{\"customerNumbers\": \"key\"}")) {
      String first = account(erp, "ada@example.org");
      assertThat(first).matches("K[0-9A-F]{12}");
      assertThat(account(erp, " Ada@Example.org")).isEqualTo(first);
      assertThat(account(erp, "bob@example.org")).isNotEqualTo(first);
    }
  }

  private static String account(CannedErp erp, String email) {
    JsonNode model =
        ModelJson.tree(SampleOrder.in(PriceBasis.GROSS).email(email).build().customer());
    JsonNode content = ModelJson.parse("{\"PersonLastName\": \"Lovelace\"}");
    Prepared prepared = erp.writer(EntityType.CUSTOMER).prepare(content, model);
    return ((Prepared.Ready) prepared).content().path("CustomerAccount").asString();
  }
}

package dev.kontor.engine.discretion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a target quotes as it refuses a document. */
class PersonalWordsTest {

  private static final JsonNode ORDER =
      json(
          """
          {"orderNumber": "10001", "customerNumber": "C100",
           "customer": {"firstName": "Änne", "lastName": "Großkopf", "taxArea": "DOMESTIC",
                        "vatIds": ["DE136695976"], "email": "a.g@kunde.example"},
           "billTo": {"street": "Königstraße 7", "postalCode": "10001", "city": "Ulm",
                      "country": "DE", "phone": "+49 170 1234567"},
           "comment": "bitte klingeln",
           "extra": {"shop": {"greeting": "Für Oma Erna"}},
           "lines": [{"sku": "AH-1005", "name": "Becher"}]}
          """);

  private static final PersonalWords WORDS = PersonalWords.of(List.of(ORDER));

  private static JsonNode json(String text) {
    return ModelJson.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void isLeftOutInAnyCaseOfLetters() {
    assertThat(
            WORDS.without(
                "Value: GROSSKOPF GROßKOPF, Änne; königstraße 7 in Ulm, DE136695976,"
                    + " +49 170 1234567; Bitte Klingeln; Für Oma Erna"))
        .isEqualTo("Value: GROSSKOPF •••, •••; ••• in •••, •••, •••; •••; •••");
  }

  @Test
  void addressesOfMailAreLeftOutEvenIfNobodyKnowsWhose() {
    assertThat(WORDS.without("the e-mail 'x.y@else.example' is taken by <B@c.example>."))
        .isEqualTo("the e-mail '•••' is taken by <•••>.");
  }

  @Test
  void whatAPersonNeedsToMendItStays() {
    String told =
        "order 10001 of C100: item AH-1005 Becher has no VAT setup for DOMESTIC, 7 %, DE; Ulmer is no Ulm";
    assertThat(WORDS.without(told)).isEqualTo(told.replace("no Ulm", "no •••"));
  }

  @Test
  void everyDiagnosisIsTheSameButForThem() {
    List<Fault> faults =
        List.of(
            new Fault.Misconfigured("vat", "Großkopf"),
            new Fault.SignInRefused("Großkopf"),
            new Fault.Forbidden("orders", "Großkopf"),
            new Fault.Invalid("name", "Großkopf", "Code"),
            new Fault.Unsupported("Großkopf"),
            new Fault.Ambiguous("Großkopf"),
            new Fault.Missing(EntityType.PRODUCT, "AH-1005", "Großkopf"),
            new Fault.Conflict("Großkopf"),
            new Fault.Throttled(null),
            new Fault.Unavailable("Großkopf"),
            new Fault.OutcomeUnknown("Großkopf"));
    for (Fault fault : faults) {
      Fault said = WORDS.without(fault);
      assertThat(said).hasSameClassAs(fault);
      assertThat(said.toString()).isEqualTo(fault.toString().replace("Großkopf", "•••"));
    }
  }
}

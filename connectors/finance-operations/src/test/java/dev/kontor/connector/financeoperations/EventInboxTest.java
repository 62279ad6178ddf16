package dev.kontor.connector.financeoperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.model.EntityType;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Received;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the door makes of what the environment, or somebody else, posts. */
class EventInboxTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String INVOICED = "SalesInvoicePostedBusinessEvent";
  private static final String SETTINGS =
      "{\"eventSecret\": \"%s\", \"events\": {\"%s\": [\"order-progress\", \"customer\"]}}";

  private final CannedErp erp = new CannedErp(SETTINGS.formatted(SECRET, INVOICED));

  @AfterEach
  void stop() {
    erp.close();
  }

  private static String event(String id, String more) {
    return """
        {"BusinessEventId": "%s", "ControlNumber": 5637144576,
         "EventId": "{8A6D8A73-52F2-4AF8-9C3F-1C2B0B6F0A11}", "EventTime": "/Date(1637246655000)/",
         "MajorVersion": 0, "ParentContextRecordSubjects": []%s}
        """
        .formatted(id, more);
  }

  private Received posted(String method, String path, String body) {
    RawRequest request =
        new RawRequest(method, path, "", Map.of(), body.getBytes(StandardCharsets.UTF_8));
    return erp.connector().inbox().orElseThrow().receive(request);
  }

  private Received posted(String body) {
    return posted("POST", "/events/" + SECRET, body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", \"LegalEntity\": \"usmf\"",
        ", \"BusinessEventLegalEntity\": \"USMF\", \"LegalEntity\": \"usmf\"",
      })
  void anEventOfTheCompanyIsAHintForAllThatSettingsName(String company) {
    Received received = posted(event(INVOICED, company));
    assertThat(received.reply().status()).isEqualTo(202);
    assertThat(received.rejection()).isNull();
    assertThat(received.hints())
        .containsExactlyInAnyOrder(EntityType.ORDER_PROGRESS, EntityType.CUSTOMER);
    assertThat(received.notices()).isEmpty();
  }

  @Test
  void whatIsNothingToTheConnectionIsTakenAndOnRecord() {
    Received other = posted(event(INVOICED, ", \"LegalEntity\": \"brmf\""));
    Received test = posted(event("BusinessEventsTestBusinessEvent", ", \"LegalEntity\": \"usmf\""));
    for (Received ignored : List.of(other, test)) {
      assertThat(ignored.reply().status()).isEqualTo(202);
      assertThat(ignored.hints()).isEmpty();
    }
    assertThat(other.rejection()).contains("another legal entity than usmf");
    assertThat(test.rejection()).contains("BusinessEventsTestBusinessEvent").contains("events");
    assertThat(posted(event("a\\nb <script>", "")).rejection()).doesNotContain("script");
  }

  @Test
  void whoDoesNotKnowTheAddressIsRefused() {
    for (String path : List.of("/events/" + SECRET + "0", "/events/", "/", "/events/" + INVOICED)) {
      Received refused = posted("POST", path, event(INVOICED, ""));
      assertThat(refused.reply().status()).isEqualTo(404);
      assertThat(refused.hints()).isEmpty();
      assertThat(refused.rejection()).contains("eventSecret").doesNotContain(SECRET);
    }
    assertThat(posted("GET", "/events/" + SECRET, "").reply().status()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"BusinessEventId\":", "[]", "{}", "7", "\"text\""})
  void whatIsNoEventStaysInTheErrorLogOfTheEnvironment(String body) {
    Received refused = posted(body);
    assertThat(refused.reply().status()).isEqualTo(400);
    assertThat(refused.hints()).isEmpty();
    assertThat(refused.rejection()).isNotBlank();
  }

  @Test
  void aSecretThatCouldBeGuessedOrNeedsEscapesIsNamed() {
    for (String weak : List.of("short", "0123456789abcdef0123456789abcde/")) {
      assertThatThrownBy(() -> new CannedErp(SETTINGS.formatted(weak, INVOICED)))
          .isInstanceOf(FaultException.class)
          .hasMessageContaining("erp.eventSecret")
          .hasMessageNotContaining(weak);
    }
  }

  @Test
  void withoutASecretThereIsNoDoor() {
    try (CannedErp closed = new CannedErp("{}")) {
      assertThat(closed.connector().inbox()).isEmpty();
    }
  }

  private List<Finding> checked(CannedErp checked) {
    checked.rows("LegalEntities", "{\"LegalEntityId\": \"usmf\"}");
    return checked.connector().check().stream()
        .filter(f -> f.subject().contains("events"))
        .toList();
  }

  @Test
  void anIdThatTheCatalogueDoesNotHaveIsNamed() {
    Finding missing = checked(erp).getFirst();
    assertThat(missing.severity()).isEqualTo(Finding.Severity.WARNING);
    assertThat(missing.problem()).contains(INVOICED);
    try (CannedErp listed = new CannedErp(SETTINGS.formatted(SECRET, INVOICED))) {
      listed.rows(
          "BusinessEventsCatalogs", "{\"BusinessEventId\": \"salesInvoicePostedBusinessEvent\"}");
      assertThat(checked(listed)).allMatch(f -> f.severity() == Finding.Severity.OK);
    }
  }

  @Test
  void aCatalogueThatCannotBeReadAndEventsThatNobodyNamesAreWarnings() {
    erp.on("GET BusinessEventsCatalogs", 403, "{}");
    assertThat(checked(erp).getFirst().problem()).contains("cannot be read");
    try (CannedErp silent = new CannedErp("{\"eventSecret\": \"" + SECRET + "\"}")) {
      assertThat(checked(silent).getFirst().problem()).contains("names none");
    }
  }
}

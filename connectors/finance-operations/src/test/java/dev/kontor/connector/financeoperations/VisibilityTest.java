package dev.kontor.connector.financeoperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Stock;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Page;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Stock as the Inventory Visibility add-in has it. */
class VisibilityTest {

  private static final String QUERY = "POST /api/environment/e-1/onhand/indexquery";
  private static final String TOKEN = "POST /security/token";

  private static String settings(String more) {
    return """
        {"visibility": {"url": "{address}", "environment": "e-1",
                        "securityService": "{address}/security",
                        "sites": ["1"], "warehouses": ["11", "12"]%s}}
        """
        .formatted(more);
  }

  private static CannedErp erp(String more) {
    return new CannedErp(settings(more))
        .on(TOKEN, 200, "{\"access_token\": \"visible\", \"expires_in\": 3600}");
  }

  private static String item(String number) {
    return "{\"dataAreaId\": \"usmf\", \"ItemNumber\": \"" + number + "\"}";
  }

  /** As the vendor's page shows an answer: names in other letters than were asked for. */
  private static String row(String item, String warehouse, int physical) {
    return """
        {"productId": "%s", "dimensions": {"ColorId": "", "siteid": "1", "locationid": "%s"},
         "quantities": {"fno": {"physicalinvent": %d, "onorder": 2, "reservphysical": 1.5,
                                "reservordered": 0.25, "availphysical": 99},
                        "iv": {"softreservphysical": 3, "softreservordered": 7},
                        "pos": {"inbound": 4}}}
        """
        .formatted(item, warehouse, physical);
  }

  private static String answer(String... rows) {
    return "[" + String.join(",", rows) + "]";
  }

  private static Stock stock(Document document) {
    return ModelJson.mapper().treeToValue(document.content(), Stock.class);
  }

  @Test
  void quantitiesAreAddedUpByWarehouse() {
    try (CannedErp erp = erp("")) {
      erp.rows("ReleasedProductsV2", item("A1"), item("B1"));
      erp.on(QUERY, 200, answer(row("B1", "11", 5), row("a1", "12", 10), row("a1", "11", 20)));
      Page page = erp.reader(EntityType.STOCK).changes(null, 10);
      assertThat(page.documents()).extracting(Document::id).containsExactly("a1", "B1");
      Stock stock = stock(page.documents().getFirst());
      assertThat(stock.onHand()).isEqualByComparingTo("30");
      assertThat(stock.openDemand()).isEqualByComparingTo("7.5");
      assertThat(stock.locations()).hasSize(2);
      Stock.AtLocation at = Objects.requireNonNull(stock.locations()).getFirst();
      assertThat(at.location()).isEqualTo("11");
      assertThat(at.onHand()).isEqualByComparingTo("20");
      assertThat(at.openDemand()).isEqualByComparingTo("3.75");
      assertThat(at.reservedForOthers()).isEqualByComparingTo("3");
      JsonNode asked = erp.sent(QUERY).getFirst();
      assertThat(asked.path("filters"))
          .isEqualTo(
              ModelJson.parse(
                  """
                  {"organizationId": ["usmf"], "productId": ["A1", "B1"], "siteId": ["1"],
                   "locationId": ["11", "12"]}
                  """));
      assertThat(asked.path("returnNegative").asBoolean()).isTrue();
      assertThat(erp.calls()).noneMatch(call -> call.contains("WarehousesOnHandV2"));
    }
  }

  @Test
  void settingsMayNameOtherMeasures() {
    String measures =
        ", \"onHand\": [\"fno.physicalinvent\", \"pos.inbound\"], \"demand\": [], \"reserved\": []";
    try (CannedErp erp = erp(measures)) {
      erp.on(QUERY, 200, answer(row("A1", "11", 20)));
      Document read = erp.reader(EntityType.STOCK).fetch(List.of("A1")).getFirst();
      assertThat(stock(read).onHand()).isEqualByComparingTo("24");
      assertThat(stock(read).openDemand()).isEqualByComparingTo("0");
    }
  }

  @Test
  void theTokenIsChangedBehindTheRedirectAndKept() {
    try (CannedErp erp = new CannedErp(settings(""))) {
      erp.on(TOKEN, 307, "").redirects(TOKEN, "/region/token");
      erp.on("POST /region/token", 200, "{\"access_token\": \"visible\", \"expires_in\": 3600}");
      erp.on(QUERY, 200, answer(row("A1", "11", 20)));
      erp.reader(EntityType.STOCK).fetch(List.of("A1"));
      erp.reader(EntityType.STOCK).fetch(List.of("A1"));
      JsonNode sent = erp.sent("POST /region/token").getFirst();
      assertThat(erp.sent("POST /region/token")).hasSize(1);
      assertThat(sent.path("client_assertion").asString()).isEqualTo("t1");
      assertThat(sent.path("context").asString()).isEqualTo("e-1");
      assertThat(sent.path("client_assertion_type").asString()).isEqualTo("aad_app");
    }
  }

  @Test
  void aRedirectToALessSafePlaceOrWithoutEndIsNotFollowed() {
    for (String to : List.of("ftp://127.0.0.1/token", "nowhere:", "/security/token")) {
      try (CannedErp erp = new CannedErp(settings(""))) {
        erp.on(TOKEN, 307, "").redirects(TOKEN, to);
        assertThatThrownBy(() -> erp.reader(EntityType.STOCK).fetch(List.of("A1")))
            .isInstanceOf(FaultException.class)
            .hasMessageContaining("redirects")
            .hasMessageNotContaining("t1");
      }
    }
  }

  @Test
  void whereTheAnswerIsFullHalfIsAskedForInstead() {
    String[] many =
        IntStream.range(0, 512).mapToObj(i -> row("A1", "W" + i, 1)).toArray(String[]::new);
    try (CannedErp erp = erp("")) {
      erp.on(QUERY, 200, answer(many));
      erp.on(QUERY, 200, answer(row("A1", "11", 1)));
      erp.on(QUERY, 200, answer(row("B1", "11", 2)));
      List<Document> both = erp.reader(EntityType.STOCK).fetch(List.of("A1", "B1"));
      assertThat(both).extracting(Document::id).containsExactly("A1", "B1");
      assertThat(erp.sent(QUERY)).hasSize(3);
    }
    try (CannedErp erp = erp("")) {
      erp.on(QUERY, 200, answer(many));
      assertThatThrownBy(() -> erp.reader(EntityType.STOCK).fetch(List.of("A1")))
          .hasMessageContaining("item A1 has 512 records or more");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, SignInRefused",
    "403, Forbidden",
    "404, Misconfigured",
    "400, Misconfigured",
    "429, Throttled",
    "503, Unavailable",
    "200, Unavailable",
  })
  void whatDoesNotAnswerIsAFaultAndNothingElseIsReadInItsPlace(int status, String fault) {
    try (CannedErp erp = erp("")) {
      erp.rows("ReleasedProductsV2", item("A1"));
      erp.on(QUERY, status, "{}");
      assertThatThrownBy(() -> erp.reader(EntityType.STOCK).changes(null, 10))
          .isInstanceOfSatisfying(
              FaultException.class,
              e -> assertThat(e.fault().getClass().getSimpleName()).isEqualTo(fault));
      assertThat(erp.calls()).noneMatch(call -> call.contains("WarehousesOnHandV2"));
    }
  }

  @Test
  void whoIsNotLetInIsToldWhatToCheck() {
    try (CannedErp erp = new CannedErp(settings(""))) {
      erp.on(TOKEN, 400, "{}");
      assertThatThrownBy(() -> erp.reader(EntityType.STOCK).fetch(List.of("A1")))
          .isInstanceOfSatisfying(
              FaultException.class,
              e -> assertThat(e.fault()).isInstanceOf(Fault.SignInRefused.class))
          .hasMessageContaining("visibility.environment");
    }
  }

  @Test
  void anAddressThatIsNoneIsNamed() {
    assertThatThrownBy(() -> new CannedErp(settings("").replace("\"{address}\"", "\"here\"")))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("erp.visibility.url");
  }

  @Test
  void theCheckSaysWhetherItAnswersAndWhetherVariantsHaveStock() {
    try (CannedErp erp = erp("")) {
      assertThat(checked(erp)).extracting(Finding::severity).containsExactly(Finding.Severity.OK);
    }
    try (CannedErp erp = erp("").on(QUERY, 403, "{}")) {
      assertThat(checked(erp))
          .extracting(Finding::severity)
          .containsExactly(Finding.Severity.ERROR);
    }
    String byVariant = settings("").replaceFirst("\\{", "{\"skuScheme\": \"variant\", ");
    try (CannedErp erp = new CannedErp(byVariant)) {
      assertThat(checked(erp)).anyMatch(f -> f.subject().equals("setting visibility.dimensions"));
    }
  }

  private static List<Finding> checked(CannedErp erp) {
    erp.rows("LegalEntities", "{\"LegalEntityId\": \"usmf\"}");
    erp.on(QUERY, 200, "[]");
    return erp.connector().check().stream()
        .filter(f -> f.subject().toLowerCase(java.util.Locale.ROOT).contains("visibility"))
        .toList();
  }
}

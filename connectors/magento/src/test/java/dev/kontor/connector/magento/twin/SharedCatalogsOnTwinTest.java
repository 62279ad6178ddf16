package dev.kontor.connector.magento.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.magento.MagentoProvider;
import dev.kontor.contract.ChangedToolbox;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Http;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import dev.kontor.twin.kit.ManualClock;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Articles come into the shared catalogues of the Magento twin, and go out of them. */
class SharedCatalogsOnTwinTest {

  private MagentoBench bench;
  private TwinShop shop;
  private TwinCatalogs catalogs;
  private int gold;
  private Connector connector;
  private Writer writer;

  @BeforeEach
  void open() {
    bench = new MagentoBench();
    shop = bench.shop();
    catalogs = new TwinCatalogs(shop);
    gold = catalogs.custom("Gold");
    connector = new MagentoProvider().connect(settings("[\"Gold\"]"), bench.toolbox());
    writer = connector.writer(EntityType.PRODUCT).orElseThrow();
  }

  @AfterEach
  void close() {
    connector.close();
    bench.close();
  }

  private Settings settings(String sharedCatalogs) {
    return bench.with(
        "products",
        """
        {"taxClasses": {"VOLL": "Taxable Goods"}, "options": {"Größe": "groesse"},
         "sharedCatalogs": %s}\
        """
            .formatted(sharedCatalogs));
  }

  private static ObjectNode content(String sku) {
    return ProductSamples.content(sku, "Article " + sku);
  }

  private static Write write(JsonNode content, @Nullable JsonNode before) {
    String sku = content.path("sku").asString();
    return before == null
        ? new Write("effect-" + sku, Write.Action.CREATE, sku, null, content)
        : new Write("effect-" + sku, Write.Action.UPDATE, sku, sku, content, before, Map.of());
  }

  private void written(JsonNode content, @Nullable JsonNode before) {
    assertThat(writer.write(List.of(write(content, before))).getFirst())
        .isInstanceOf(Outcome.Written.class);
  }

  private void gone(ObjectNode content) {
    String sku = content.path("sku").asString();
    Write write =
        new Write(
            "gone",
            Write.Action.DELETE,
            sku,
            sku,
            ModelJson.mapper().createObjectNode(),
            content,
            Map.of());
    assertThat(writer.write(List.of(write)).getFirst()).isInstanceOf(Outcome.Written.class);
  }

  private Standing compared(ObjectNode content) {
    return writer.compare(List.of(new Writer.Draft(content, content))).getFirst();
  }

  @Test
  void manyArticlesAreAssignedInOneCallAndNoneTheSecondTime() {
    List<Write> writes =
        IntStream.range(0, 200).mapToObj(i -> write(content("MANY-" + i), null)).toList();
    assertThat(writer.write(writes)).allMatch(o -> o instanceof Outcome.Written);
    assertThat(catalogs.assigned()).isEqualTo(1);
    assertThat(catalogs.read()).isZero();
    assertThat(catalogs.products(gold)).hasSize(200).contains("MANY-0", "MANY-199");
    long read = catalogs.read();
    assertThat(writer.write(writes)).allMatch(o -> o instanceof Outcome.Written);
    assertThat(writer.write(writes)).allMatch(o -> o instanceof Outcome.Written);
    assertThat(catalogs.assigned()).isEqualTo(1);
    assertThat(catalogs.read()).isEqualTo(read + 1);
  }

  @Test
  void anArticleComesWithItsVariantsAndOneThatIsGoneGoes() {
    ObjectNode first = ProductSamples.withSizes(content("H-1"), "S", "M");
    written(first, null);
    assertThat(catalogs.products(gold)).containsExactly("H-1", "H-1-M", "H-1-S");
    written(ProductSamples.withSizes(content("H-1"), "M", "L"), first);
    assertThat(catalogs.products(gold)).containsExactly("H-1", "H-1-L", "H-1-M");
  }

  @Test
  void whatIsBlockedStaysAndWhatIsGoneAtTheSourceIsTakenOut() {
    ObjectNode blocked = content("OFF").put("active", false);
    written(blocked, null);
    assertThat(catalogs.products(gold)).isEmpty();
    written(content("OFF"), blocked);
    written(blocked, content("OFF"));
    assertThat(catalogs.products(gold)).containsExactly("OFF");
    assertThat(compared(blocked)).isEqualTo(Standing.SAME);
    gone(content("OFF"));
    assertThat(catalogs.products(gold)).isEmpty();
    gone(ProductSamples.withSizes(content("NEVER"), "S"));
  }

  @Test
  void aComparisonSeesWhatPeopleTookOutAndTheRepairPutsItBack() {
    ObjectNode content = ProductSamples.withSizes(content("H-2"), "S");
    written(content, null);
    assertThat(compared(content)).isEqualTo(Standing.SAME);
    catalogs.takeOut(gold, "H-2");
    catalogs.takeOut(gold, "H-2-S");
    shop.clock.advance(Duration.ofMinutes(2));
    assertThat(((Standing.Other) compared(content)).fields())
        .containsExactly(
            new Standing.Field("shared catalogues", "Gold", ""),
            new Standing.Field("H-2-S shared catalogues", "Gold", ""));
    written(content, content);
    assertThat(catalogs.products(gold)).containsExactly("H-2", "H-2-S");
    assertThat(compared(content)).isEqualTo(Standing.SAME);
  }

  @Test
  void everyCustomOneAndNeitherThePublicOneNorAnother() {
    int silver = catalogs.custom("Silver");
    try (Connector all = new MagentoProvider().connect(settings("\"custom\""), bench.toolbox())) {
      all.writer(EntityType.PRODUCT).orElseThrow().write(List.of(write(content("ALL"), null)));
    }
    assertThat(catalogs.products(gold)).containsExactly("ALL");
    assertThat(catalogs.products(silver)).containsExactly("ALL");
    written(content("ONE"), null);
    assertThat(catalogs.products(gold)).containsExactly("ALL", "ONE");
    assertThat(catalogs.products(silver)).containsExactly("ALL");
  }

  /** Its group is the catalogue's, so no further call assigns it (rest/b2b/company-object.md). */
  @Test
  void aCompanyInTheGroupOfACatalogueBuysWhatTheErpAddsAndNothingElse() {
    TwinCompanies.Member member = bench.companies().found();
    assertThat(catalogs.companies(gold)).isEqualTo("[]");
    JsonNode group = ModelJson.parse("{\"group\": {\"name\": \"Gold\"}}");
    String id = member.customer();
    Write moved = new Write("moved", Write.Action.UPDATE, id, id, group);
    assertThat(connector.writer(EntityType.CUSTOMER).orElseThrow().write(List.of(moved)))
        .allMatch(o -> o instanceof Outcome.Written);
    assertThat(catalogs.companies(gold)).isEqualTo("[\"" + member.company() + "\"]");
    shop.article("WEB-1", "5");
    written(content("ERP-1"), null);
    shop.stock("WEB-1", "lager-nord", 5);
    shop.stock("ERP-1", "lager-nord", 5);
    assertThat(shop.refused(wish(id, "WEB-1"))).isNotEmpty();
    assertThat(shop.refused(wish(id, "ERP-1"))).isEmpty();
    gone(content("ERP-1"));
    assertThat(shop.refused(wish(id, "ERP-1"))).isNotEmpty();
  }

  private static ObjectNode wish(String customer, String sku) {
    ObjectNode wish = ModelJson.mapper().createObjectNode().put("payment_method", "checkmo");
    wish.putObject("customer").put("id", Integer.parseInt(customer));
    wish.putArray("lines").addObject().put("sku", sku).put("qty", 1);
    return wish;
  }

  @Test
  void afterALostAnswerItIsLookedAtAndNotAssignedAgain() {
    shop.dials().reset();
    shop.dials().only("/rest/all/V1/sharedCatalog", "POST").set("dropAnswerProbability", 1);
    FaultException thrown =
        Assertions.catchThrowableOfType(
            FaultException.class, () -> writer.write(List.of(write(content("LOST"), null))));
    assertThat(thrown.fault()).isInstanceOf(Fault.OutcomeUnknown.class);
    shop.dials().reset();
    assertThat(catalogs.products(gold)).containsExactly("LOST");
    long calls = catalogs.assigned();
    written(content("LOST"), null);
    assertThat(catalogs.assigned()).isEqualTo(calls);
  }

  /** Each change takes the shop most of a call's time. */
  private record Slow(Http inner, ManualClock clock) implements Http {

    @Override
    public HttpResponse<byte[]> read(HttpRequest request) {
      return inner.read(request);
    }

    @Override
    public HttpResponse<byte[]> write(HttpRequest request) {
      clock.advance(Duration.ofSeconds(51));
      return inner.write(request);
    }
  }

  @Test
  void whereTheShopIsSlowArticlesAreAssignedWithTheNextWrite() {
    Toolbox slow = new ChangedToolbox(bench.toolbox(), http -> new Slow(http, shop.clock));
    try (Connector late = new MagentoProvider().connect(settings("[\"Gold\"]"), slow)) {
      Writer articles = late.writer(EntityType.PRODUCT).orElseThrow();
      List<Write> writes = List.of(write(content("LATE"), null));
      assertThat(articles.write(writes)).allMatch(o -> o instanceof Outcome.Accepted);
      assertThat(catalogs.products(gold)).isEmpty();
      assertThat(articles.write(writes)).allMatch(o -> o instanceof Outcome.Written);
      assertThat(catalogs.products(gold)).containsExactly("LATE");
    }
  }

  @Test
  void aNameTheShopDoesNotHaveStopsArticlesOnlyAndTheCheckSaysIt() {
    try (Connector wrong =
        new MagentoProvider().connect(settings("[\"Gold\", \"Platin\"]"), bench.toolbox())) {
      Writer articles = wrong.writer(EntityType.PRODUCT).orElseThrow();
      FaultException refused =
          Assertions.catchThrowableOfType(
              FaultException.class, () -> articles.prepare(content("X"), content("X")));
      assertThat(refused.fault()).isInstanceOf(Fault.Forbidden.class);
      assertThat(refused.fault().message()).contains("'Platin'").contains("Gold");
      assertThat(wrong.check())
          .filteredOn(finding -> finding.severity() == Finding.Severity.ERROR)
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.subject()).isEqualTo("setting products.sharedCatalogs");
                assertThat(finding.problem()).contains("'Platin'").contains("Gold");
              });
    }
  }

  @Test
  void theCheckAssignsNothing() {
    assertThat(connector.check())
        .noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    assertThat(catalogs.products(gold)).isEmpty();
  }
}

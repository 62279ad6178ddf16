package dev.kontor.connector.magento.sharedcatalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.connector.magento.api.CannedShop.Canned;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Products come into a shared catalogue and go out of it in as few calls as can be. */
class AssignmentsTest {

  private static final String ASSIGN = "/sharedCatalog/2/assignProducts";
  private static final String UNASSIGN = "/sharedCatalog/2/unassignProducts";
  private static final String LOOK = "/sharedCatalog/2/products";

  private final CatalogShop shop = new CatalogShop("Default (General)", "Wholesale", "Gold");
  private final SharedCatalog wholesale = new SharedCatalog(2, "Wholesale");
  private final Assignments assignments = shop.assignments("custom");

  @AfterEach
  void close() {
    shop.close();
  }

  private static Wish in(String... skus) {
    return new Wish(List.of(), List.of(skus), List.of());
  }

  private static Wish out(String... skus) {
    return new Wish(List.of(), List.of(), List.of(skus));
  }

  @Test
  void whatDiffersIsWrittenInOneCallAndNothingTheSecondTime() {
    shop.in(2).addAll(List.of("a-1", "MINE"));
    assertThat(assignments.put(wholesale, in("A-1", "A-2", "A-3"))).isEmpty();
    assertThat(shop.in(2)).containsExactlyInAnyOrder("a-1", "A-2", "A-3", "MINE");
    assertThat(assignments.put(wholesale, in("A-1", "A-2", "A-3"))).isEmpty();
    assertThat(assignments.put(wholesale, out("A-3", "A-9"))).isEmpty();
    assertThat(assignments.put(wholesale, out("A-3"))).isEmpty();
    assertThat(shop.in(2)).containsExactlyInAnyOrder("a-1", "A-2", "MINE");
    assertThat(shop.calls(LOOK)).isEqualTo(1);
    assertThat(shop.calls(ASSIGN)).isEqualTo(1);
    assertThat(shop.calls(UNASSIGN)).isEqualTo(1);
    assertThat(shop.in(3)).isEmpty();
  }

  @Test
  void whatTheShopDidNotHaveBeforeIsInNoCatalogue() {
    List<String> made = IntStream.range(0, 600).mapToObj(i -> "NEW-" + i).toList();
    assertThat(assignments.put(wholesale, new Wish(made, List.of(), List.of()))).isEmpty();
    assertThat(shop.in(2)).hasSize(600);
    assertThat(shop.calls(LOOK)).isZero();
    assertThat(shop.calls(ASSIGN)).isEqualTo(3);
  }

  @Test
  void whatPeopleTookOutIsSeenAMinuteLater() {
    assignments.put(wholesale, in("A-1"));
    shop.in(2).clear();
    shop.clock.advance(Duration.ofSeconds(61));
    assignments.put(wholesale, in("A-1"));
    assertThat(shop.in(2)).containsExactly("A-1");
  }

  @Test
  void oneTheShopRefusesKeepsBackOnlyItself() {
    shop.unknown.add("BAD");
    Map<String, Fault> refused = assignments.put(wholesale, in("A-1", "BAD", "A-2", "A-3"));
    assertThat(refused).containsOnlyKeys("bad");
    assertThat(refused.get("bad"))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            fault ->
                assertThat(fault.message()).startsWith("sharedCatalogs").contains("'Wholesale'"));
    assertThat(shop.in(2)).containsExactlyInAnyOrder("A-1", "A-2", "A-3");
    shop.unknown.clear();
    assertThat(assignments.put(wholesale, in("A-1", "BAD"))).isEmpty();
    assertThat(shop.in(2)).contains("BAD");
  }

  @Test
  void whatCollidesInTheShopsDatabaseIsTriedAgain() {
    shop.refusals.add(
        Canned.of(400, "{\"message\": \"Database deadlock found when trying to get lock\"}"));
    assertThat(assignments.put(wholesale, in("A-1", "A-2")))
        .hasSize(2)
        .allSatisfy((sku, fault) -> assertThat(fault).isInstanceOf(Fault.Conflict.class));
    assertThat(assignments.put(wholesale, in("A-1", "A-2"))).isEmpty();
  }

  @Test
  void afterAnUnknownOutcomeTheCatalogueIsReadAgain() {
    assignments.put(wholesale, in("A-1"));
    shop.refusals.add(Canned.of(504, "{}"));
    FaultException thrown =
        catchThrowableOfType(
            FaultException.class, () -> assignments.put(wholesale, in("A-1", "A-2")));
    assertThat(thrown.fault()).isInstanceOf(Fault.OutcomeUnknown.class);
    shop.in(2).add("A-2");
    long calls = shop.calls(ASSIGN);
    assertThat(assignments.put(wholesale, in("A-1", "A-2"))).isEmpty();
    assertThat(shop.calls(ASSIGN)).isEqualTo(calls);
  }

  @Test
  void aCatalogueThatIsGoneIsNoFaultOfTheArticles() {
    assertThat(assignments.catalogs()).contains(wholesale);
    shop.catalogs.remove(2);
    shop.contents.remove(2);
    FaultException thrown =
        catchThrowableOfType(
            FaultException.class,
            () ->
                assignments.put(wholesale, new Wish(List.of("N-1", "N-2"), List.of(), List.of())));
    assertThat(thrown.fault()).isInstanceOf(Fault.Conflict.class);
    assertThat(thrown.fault().message()).contains("'Wholesale' was deleted");
    assertThat(shop.calls(ASSIGN)).isEqualTo(1);
    assertThat(assignments.catalogs()).doesNotContain(wholesale);
  }

  @Test
  void aComparisonSaysWhereAProductIsMissing() {
    shop.in(3).add("A-1");
    assertThat(assignments.missing("A-1 ", "A-1"))
        .isEqualTo(new Standing.Field("A-1 shared catalogues", "Gold, Wholesale", "Gold"));
    assignments.put(wholesale, in("A-1"));
    assertThat(assignments.missing("", "A-1")).isNull();
  }
}

package dev.kontor.engine.simulated;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.kontor.contract.Await;
import dev.kontor.engine.desk.Bodies;
import dev.kontor.engine.desk.DocumentPage;
import dev.kontor.engine.desk.DocumentSummary;
import dev.kontor.engine.desk.Filter;
import dev.kontor.engine.desk.Overview;
import dev.kontor.engine.desk.Series;
import dev.kontor.engine.desk.View;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderProgress;
import dev.kontor.model.Shipment;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where is order 1001? Everybody finds it by whatever number they have. */
class OrderPageTest {

  private static final String EMAIL = "ada@example.com";

  @TempDir private Path home;
  private SimulatedHub bench;
  private String id = "";

  @BeforeEach
  void start() {
    bench = new SimulatedHub(home);
    bench.erp.product("A1");
    id = order("1001", EMAIL, "A1").id();
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private View view() {
    return bench.hub.view();
  }

  private DocumentPage page() {
    return view().documents().page("shop", id, null).orElseThrow();
  }

  private List<Long> found(Filter filter) {
    return view().search().find(filter, null, 100).messages().stream()
        .map(DeskStore.Entry::id)
        .toList();
  }

  private static Filter number(String number) {
    return new Filter(number, Set.of(), null, null, null, null, null, null);
  }

  private static Filter email(String email) {
    return new Filter(null, Set.of(), null, null, null, null, null, email);
  }

  private String shipped() {
    bench.shop.put(order("1001", EMAIL, "A1"));
    bench.awaitState("1001", "done");
    String erp = String.valueOf(bench.event("1001").targetNumber());
    Shipment shipment =
        new Shipment(
            "S1",
            LocalDate.of(2026, 11, 29),
            null,
            null,
            List.of("T-77"),
            null,
            List.of(),
            null,
            null);
    OrderProgress progress =
        new OrderProgress(
            erp,
            null,
            OrderProgress.State.SHIPPED,
            null,
            List.of(shipment),
            List.of(),
            List.of(),
            Map.of());
    bench.erp.progress.put(erp, erp, ModelJson.tree(progress));
    Await.until("told", () -> bench.shop.progress().size() >= 2);
    bench.awaitQuiet();
    return erp;
  }

  private static List<String> english(DocumentPage page) {
    return page.timeline().stream().map(h -> h.text().en()).toList();
  }

  @Test
  void aShippedOrderIsToldWholeAndFoundByEveryNumber() {
    String erp = shipped();
    DocumentPage page = page();
    assertThat(english(page))
        .containsSubsequence("placed in shop", "heard of from shop", "entered in erp as " + erp)
        .contains("shop shows the number it has there", "released in erp")
        .contains("shipped with tracking T-77, shipment S1");
    assertThat(page.customerAnswer().en())
        .isEqualTo("Your order 1001 has been shipped. Tracking number: T-77.");
    assertThat(page.customerAnswer().de()).contains("wurde versendet").contains("T-77");
    assertThat(page.state()).isEqualTo(DocumentPage.State.DONE);
    assertThat(page.next()).isEmpty();
    DocumentPage.Clock sla = Objects.requireNonNull(page.sla());
    assertThat(sla.placed()).isEqualTo(SimulatedOrders.PLACED);
    assertThat(sla.breached()).isEqualTo(sla.seconds() > 900);
    assertThat(page.calls())
        .anyMatch(
            c -> c.action().equals("create") && c.target().equals("erp") && c.millis() != null);
    assertThat(page.known()).anyMatch(k -> erp.equals(k.number()) && k.system().equals("erp"));
    List<Long> all = found(number("1001"));
    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(
            page.messages().stream().map(DeskStore.Entry::id).toList());
    for (Filter same : List.of(number(erp), number("S1"), number(id), email("ADA@example.com"))) {
      assertThat(found(same)).as("%s", same).isEqualTo(all);
    }
    assertThat(found(email("eve@example.com"))).isEmpty();
    assertThat(found(number("S2"))).isEmpty();
    assertThat(view().documents().named("S1"))
        .extracting(DocumentSummary::sourceId, DocumentSummary::entity)
        .containsExactly(tuple(id, "order"));
    assertThat(view().documents().page("erp", erp, null)).contains(page);
  }

  @Test
  void bothEndsOfAMappingAreSeenAndPersonsOnlyByWhoMay() {
    bench.shop.put(order("1001", EMAIL, "A1"));
    bench.awaitState("1001", "done");
    long message = bench.event("1001").id();
    Bodies.Pair open = view().bodies().of(message, true).orElseThrow();
    assertThat(String.valueOf(open.before())).contains(EMAIL);
    assertThat(open.after()).isNotNull();
    Bodies.Pair masked = view().bodies().of(message, false).orElseThrow();
    assertThat(masked.toString()).contains("•••").doesNotContain(EMAIL);
    assertThat(view().bodies().of(message + 1000, true)).isEmpty();
  }

  @Test
  void whatWaitsTooLongIsOverdueAndWhatWasDoneIsCounted() {
    bench.shop.put(order("1001", EMAIL, "B2"));
    Await.until(
        () -> "waiting in " + bench.hub.desk().open(5),
        Await.PATIENCE,
        () -> bench.has("1001", "waiting"));
    Overview overview = view().overviews().now();
    assertThat(overview.needs().overdue()).as("placed days ago").isEqualTo(1);
    assertThat(overview.flows())
        .filteredOn(f -> f.name().equals("orders"))
        .singleElement()
        .satisfies(f -> assertThat(f.waiting()).isPositive())
        .satisfies(f -> assertThat(f.slaSeconds()).isEqualTo(900))
        .satisfies(f -> assertThat(f.lastSuccess()).isNull());
    assertThat(page().waitsFor()).isNotNull();
    assertThat(page().state()).isEqualTo(DocumentPage.State.WAITING);
    bench.resubmit(bench.event("1001").id());
    bench.erp.product("B2");
    bench.awaitStateAfter(Duration.ofSeconds(61), "1001", "done");
    bench.awaitQuiet();
    assertThat(english(page())).contains("tried again by ada: mended");
    assertThat(view().overviews().now().needs().overdue()).isZero();
    Series series = view().overviews().series(24);
    assertThat(series.flows())
        .filteredOn(f -> f.name().equals("orders"))
        .allSatisfy(f -> assertThat(f.done()).hasSize(288).contains(1L));
    assertThat(series.step()).isEqualTo(300);
  }
}

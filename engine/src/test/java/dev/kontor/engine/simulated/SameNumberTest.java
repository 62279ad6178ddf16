package dev.kontor.engine.simulated;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.desk.DocumentPage;
import dev.kontor.engine.desk.DocumentSummary;
import dev.kontor.engine.desk.Subject;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.engine.ledger.LedgerStore;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An ERP numbers its orders and its articles each by themselves. */
class SameNumberTest {

  @TempDir private Path home;
  private SimulatedHub bench;
  private String id = "";
  private String erp = "";

  @BeforeEach
  void start() {
    bench = new SimulatedHub(home);
    bench.erp.product("A1");
    id = order("1001", "ada@example.com", "A1").id();
    bench.shop.put(order("1001", "ada@example.com", "A1"));
    bench.awaitState("1001", "done");
    erp = String.valueOf(bench.event("1001").targetNumber());
    for (String flow : List.of("progress", "products", "stock")) {
      announced(flow);
    }
    bench.awaitQuiet();
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  /** The ERP says that something changed of what it calls so. */
  private void announced(String flow) {
    Append notice =
        Append.notice("shop|" + flow + "|" + erp, flow, 2, "changed", "erp", erp, null, null);
    Transactions.run(bench.database.general(), c -> new LedgerStore().append(c, List.of(notice)));
  }

  private DocumentPage page(String source, String sourceId, @Nullable String entity) {
    return bench.hub.view().documents().page(source, sourceId, entity).orElseThrow();
  }

  private static List<String> flows(DocumentPage page) {
    return page.messages().stream().map(DeskStore.Entry::flow).distinct().toList();
  }

  @Test
  void eachHasAPageOfItsOwn() {
    DocumentPage order = page("erp", erp, null);
    assertThat(order.source()).isEqualTo("shop");
    assertThat(order.subject()).isEqualTo(Subject.ORDER);
    assertThat(order.others()).containsExactly(Subject.ARTICLE);
    assertThat(flows(order)).contains("orders", "progress").doesNotContain("products", "stock");
    for (String entity : List.of("products", "stock", "product", "price", "article")) {
      DocumentPage article = page("erp", erp, entity);
      assertThat(article.sourceId()).isEqualTo(erp);
      assertThat(article.subject()).isEqualTo(Subject.ARTICLE);
      assertThat(article.others()).containsExactly(Subject.ORDER);
      assertThat(flows(article)).containsExactlyInAnyOrder("products", "stock");
    }
    DocumentPage own = page("shop", id, null);
    assertThat(own.others()).isEmpty();
    assertThat(flows(own)).isEqualTo(flows(order));
    assertThat(page("erp", erp, "customer")).as("what it is not").isEqualTo(order);
  }

  @Test
  void bothAreFoundByTheNumber() {
    assertThat(bench.hub.view().documents().named(erp))
        .extracting(DocumentSummary::source, DocumentSummary::sourceId, DocumentSummary::entity)
        .containsExactlyInAnyOrder(tuple("shop", id, "order"), tuple("erp", erp, "product"));
  }
}

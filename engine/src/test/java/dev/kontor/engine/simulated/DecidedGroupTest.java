package dev.kontor.engine.simulated;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.Deciding;
import dev.kontor.engine.Decisions;
import dev.kontor.engine.delivery.Previews.Preview;
import dev.kontor.engine.problem.Approval;
import dev.kontor.engine.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that failed for one cause is looked at, decided about and remembered together. */
final class DecidedGroupTest {

  @TempDir Path home;
  private SimulatedHub bench;

  @BeforeEach
  void start() {
    bench = new SimulatedHub(home);
    bench.erp.product("A1");
    bench.erp.blocked("A1", true);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private long dead(String number) {
    bench.shop.put(order(number, "a@example.com", "A1"));
    bench.awaitState(number, "dead");
    return bench.event(number).id();
  }

  private Problem problem() {
    assertThat(bench.hub.problems().problems().all()).hasSize(1);
    return bench.hub.problems().problems().all().getFirst();
  }

  @Test
  void aGroupIsPreviewedResubmittedAndWhatHelpedIsSuggested() {
    List<Long> planted = List.of(dead("1"), dead("2"), dead("3"));
    assertThat(problem().count()).isEqualTo(3);
    assertThat(problem().field()).isEqualTo("sku");
    String id = problem().id();
    assertThat(bench.hub.problems().preview(id))
        .extracting(Preview::fault)
        .containsOnly("sku: A1 is blocked");
    assertThat(bench.hub.problems().deciding().send(planted.getFirst(), "ada"))
        .as("which would pass a second person by")
        .isEqualTo(
            new Decisions.Result(0, Map.of(planted.getFirst(), "is dead; resubmit it instead")));
    assertThat(bench.hub.view().overviews().now().needs().groups()).isEqualTo(1);
    bench.erp.blocked("A1", false);
    assertThat(bench.hub.problems().preview(id))
        .extracting(Preview::would)
        .contains("would create order S-1 in erp");
    assertThat(bench.erp.orders()).as("a preview writes nothing").isEmpty();
    assertThat(bench.hub.problems().problems().messages(id)).isEqualTo(planted);

    Deciding deciding = bench.hub.problems().deciding();
    Deciding.Ruling ruling =
        deciding.decideAll(Approval.Action.RESUBMIT, id, "ada", "unblocked").orElseThrow();
    assertThat(SimulatedHub.carried(ruling)).isEqualTo(new Decisions.Result(3, Map.of()));
    bench.awaitQuiet();
    assertThat(bench.erp.orders()).containsExactly("S-1", "S-2", "S-3");
    assertThat(deciding.decideAll(Approval.Action.RESUBMIT, id, "ada", "again")).isEmpty();

    bench.erp.blocked("A1", true);
    var _ = dead("4");
    assertThat(problem().id()).isEqualTo(id);
    Problem.Suggestion suggested = problem().suggested();
    assertThat(suggested)
        .extracting("action", "reason", "by", "times")
        .containsExactly("resubmit", "unblocked", "ada", 1);
  }
}

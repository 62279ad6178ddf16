package dev.kontor.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.config.ConnectorSchemas;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.LedgerBench;
import dev.kontor.engine.ledger.MessageState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What alerts are fed with: the causes of the error desk, whatever each has to be mended. */
class AlikeTest {

  private static final String LACKS = "lines[%d].sku: table 'sku' has no entry for '%s'; add it";

  private final LedgerBench ledger = new LedgerBench();
  private final DeadLetters dead = new DeadLetters(Catalogue.of(new ConnectorSchemas(List.of())));

  @BeforeEach
  void join() {
    ledger.heartbeat("a", Duration.ofDays(1));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  /** All that happened to an order fails. */
  private void fail(String order, String reason, String... events) {
    for (String event : events) {
      ledger.append(LedgerBench.event(order, event, order + event));
    }
    ledger.finishAll("a", ledger.claimOne("a"), new MessageState.Dead(reason, "Invalid"));
  }

  private List<DeadLetters.Alike> alike(int numbers) {
    return Transactions.run(ledger.database.general(), c -> dead.alike(c, numbers, 9));
  }

  @Test
  void thoseThatDifferInWhatIsToBeMendedAreOneAndCountDocuments() {
    fail("o1", LACKS.formatted(1, "X1"), "created");
    fail("o2", LACKS.formatted(7, "X2"), "created", "paid");
    fail("o3", "shipping.method: table 'shipment' has no entry for 'DHL'; add it", "created");
    List<DeadLetters.Alike> found = alike(1);
    assertThat(found).hasSize(2);
    DeadLetters.Alike lacks = found.getFirst();
    assertThat(lacks.text()).isEqualTo("lines[].sku: a value table has no entry for the value");
    assertThat(lacks.documents()).isEqualTo(2);
    assertThat(lacks.numbers()).containsExactly("number of o1");
    assertThat(alike(5).getFirst().numbers()).containsExactly("number of o1", "number of o2");
    assertThat(found.getLast().documents()).isEqualTo(1);
    Set<String> causes = Transactions.run(ledger.database.general(), dead::groups).keySet();
    assertThat(causes).as("at the desk each is mended by itself").hasSize(3);
    assertThat(lacks.problem()).as("the oldest").isEqualTo(causes.iterator().next());
  }
}

package dev.kontor.engine.simulated;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is told to stop stores what comes of the calls that are still on their way. */
final class OrderlyStopTest {

  private static final int MORE_THAN_A_LEASE = 6;

  @TempDir private Path home;
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private SimulatedHub bench;

  @BeforeEach
  void start() {
    bench = new SimulatedHub(home);
    bench.erp.product("A1");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void aCallThatTakesLongerThanTheLeaseIsNotForgotten() {
    bench.shop.put(order("1", "a@example.com", "A1"));
    bench.awaitState("1", "done");
    bench.erp.whileWriting(this::stopMeanwhile);
    bench.shop.put(order("2", "a@example.com", "A1"));
    stopped.join();
    assertThat(outcomes("2")).as("stored before the lanes were given back").contains("Written");
    assertThat(bench.erp.orders()).containsExactly("S-1", "S-2");
  }

  private void stopMeanwhile() {
    bench.erp.whileWriting(() -> {});
    Thread.ofVirtual()
        .start(
            () -> {
              bench.stop();
              stopped.complete(null);
            });
    Set<Instant> renewals = new HashSet<>();
    Await.until(
        () -> "the lease was renewed at " + renewals,
        Await.PATIENCE,
        () -> {
          renewals.addAll(leases());
          return renewals.size() > MORE_THAN_A_LEASE;
        });
  }

  private List<Instant> leases() {
    return Transactions.run(
        bench.database.general(),
        c ->
            Jdbc.query(
                c,
                "select max(lease_until) as until from node",
                row -> row.getTimestamp("until").toInstant()));
  }

  private List<String> outcomes(String number) {
    return Transactions.run(
        bench.database.general(),
        c ->
            Jdbc.query(
                c,
                "select a.outcome from attempt a join message m on m.id = a.message"
                    + " where m.number = ? order by a.id",
                row -> row.getString("outcome"),
                number));
  }
}

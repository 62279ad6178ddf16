package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.Entrance;
import dev.kontor.proof.merchant.Figures;
import dev.kontor.proof.merchant.HubProcess;
import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.PostgresServer;
import dev.kontor.proof.merchant.TwinPair;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The merchant's PostgreSQL goes away under a served hub, once killed and once stopped. */
class DatabaseRestartTest {

  /** The shop must not give up before PostgreSQL has recovered, on the slowest machine, too. */
  private static final Duration[] RETRIES =
      IntStream.of(1, 4, 10, 10, 10, 10, 20, 20, 30)
          .mapToObj(Duration::ofSeconds)
          .toArray(Duration[]::new);

  @Test
  void whatIsPushedMeanwhileIsRefusedAndSentAgain(@TempDir Path directory) throws Exception {
    Map<String, String> environment = TwinPair.secrets();
    try (TwinPair pair = new TwinPair(RETRIES);
        PostgresServer postgres = new PostgresServer(directory)) {
      environment.putAll(postgres.environment());
      try (HubProcess hub = new HubProcess(directory, environment);
          Entrance entrance = new Entrance(List.of(hub.address()), Await.PATIENCE)) {
        hub.configure(pair.configuration(entrance.door()));
        hub.start();
        hub.awaitReady();
        pair.installApp(entrance.door());
        place(pair);
        await("the first order", hub, () -> pair.truth().unanswered().isEmpty());

        postgres.kill();
        place(pair);
        place(pair);
        await("pushes refused", hub, () -> entrance.answered(503) >= 2);
        int taken = entrance.answered(200);
        postgres.start();
        await("pushes sent again", hub, () -> entrance.answered(200) >= taken + 2);
        await("the orders", hub, () -> pair.truth().unanswered().isEmpty());

        postgres.stop();
        place(pair);
        postgres.start();
        await("the last order", hub, () -> pair.truth().unanswered().isEmpty());
        hub.awaitRest(Set.of("orders"), Await.PATIENCE);

        assertThat(hub.isAlive()).isTrue();
        assertThat(pair.truth().shopOrders()).hasSize(4);
        assertThat(pair.truth().differences()).isEmpty();
        assertThat(entrance.answers()).containsOnlyKeys(200, 503);
        Figures.print(
            "PostgreSQL killed and stopped under a hub: pushes answered %s, 4 orders in the ERP once"
                .formatted(entrance.answers()));
      }
    }
  }

  private static void place(TwinPair pair) {
    pair.place(Order.of("anne@kunde.example", "AH-1005", 1));
  }

  private static void await(String what, HubProcess hub, BooleanSupplier condition) {
    Await.until(what, Await.PATIENCE, condition, hub::lastWords);
  }
}

package dev.kontor.connector.businesscentral;

import dev.kontor.engine.budget.Breaker;
import dev.kontor.engine.budget.Budgets;
import dev.kontor.engine.budget.GatedHttp;
import dev.kontor.engine.http.BlockingClient;
import dev.kontor.engine.observe.Watch;
import dev.kontor.spi.Http;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.WindowsUser;
import java.time.Duration;
import java.time.InstantSource;

/** The engine's own way to the network, which alone signs Windows users in; each way is new. */
final class EngineToolbox implements Toolbox, AutoCloseable {

  private final BlockingClient client = new BlockingClient(Duration.ofSeconds(5));
  private final Budgets budgets = Budgets.alone();
  private final InstantSource clock;
  private final Duration deadline;

  EngineToolbox(InstantSource clock, Duration deadline) {
    this.clock = clock;
    this.deadline = deadline;
  }

  private GatedHttp gated() {
    return new GatedHttp(
        client,
        "erp",
        deadline,
        budgets.gate("erp", 5, 0),
        new Breaker(System::nanoTime),
        Watch.NONE);
  }

  @Override
  public Http http() {
    return gated();
  }

  @Override
  public Http http(WindowsUser user) {
    return gated().signedInBy(user);
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public void close() {
    client.close();
    budgets.close();
  }
}

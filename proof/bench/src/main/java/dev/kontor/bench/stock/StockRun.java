package dev.kontor.bench.stock;

import dev.kontor.bench.Progress;
import dev.kontor.bench.hub.Cpu;
import dev.kontor.bench.hub.HubSide;
import dev.kontor.bench.hub.Patience;
import dev.kontor.bench.twins.Systems;
import java.time.Instant;

/** Has figures change and waits until the shop shows all of them. */
final class StockRun {

  private final Systems systems;
  private final HubSide hub;
  private final Warehouse warehouse;

  StockRun(Systems systems, HubSide hub, Warehouse warehouse) {
    this.systems = systems;
    this.hub = hub;
    this.warehouse = warehouse;
  }

  /** The hub's first reading, begun when it was started. */
  Phase first(long startedNanos) {
    return finished(warehouse.skus(), Instant.EPOCH, startedNanos, new Cpu(0, 0));
  }

  Phase counted(int every) {
    systems.shop().forgetCalls();
    systems.erp().forgetCalls();
    Cpu before = hub.cpu();
    Instant since = hub.store().now();
    warehouse.count(every);
    int changed = (warehouse.skus() + every - 1) / every;
    return finished(changed, since, System.nanoTime(), before);
  }

  private Phase finished(int changed, Instant since, long startedNanos, Cpu before) {
    Progress progress = new Progress(System.out, "stock  figures written");
    new Patience()
        .until(
            () -> {
              long written = hub.store().stockWritten(since);
              progress.at(written, changed);
              return written;
            },
            changed);
    new Patience().until(() -> hub.isSettled() ? 1 : 0, 1);
    double seconds = (System.nanoTime() - startedNanos) / 1e9;
    return new Phase(
        changed,
        seconds,
        systems.shop().counted(),
        systems.erp().counted(),
        hub.cpu().minus(before));
  }
}

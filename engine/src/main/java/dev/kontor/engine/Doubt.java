package dev.kontor.engine;

import dev.kontor.engine.backup.Installation;
import dev.kontor.engine.backup.InstallationCheck;
import dev.kontor.engine.backup.InstallationState;
import dev.kontor.engine.backup.InstallationStore;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/**
 * After a restore the ledger may have forgotten effects that are in the targets: every create is
 * looked up first until all sources have been read again.
 */
final class Doubt {

  private final DataSource source;
  private final Installation installation;
  private volatile boolean on;

  Doubt(DataSource source, Installation installation) {
    this.source = source;
    this.installation = installation;
  }

  InstallationCheck start(Collection<FlowLine> lines) {
    InstallationCheck check = installation.check();
    on =
        Transactions.run(source, InstallationStore::read)
            .map(InstallationState::inDoubt)
            .orElse(false);
    if (on) {
      List<String> polled =
          lines.stream()
              .filter(l -> l.config().kind() == FlowKind.ORDERS)
              .map(FlowLine::name)
              .toList();
      Transactions.execute(source, c -> InstallationStore.doubtSources(c, polled));
    }
    return check;
  }

  boolean isOn() {
    return on;
  }

  /** A source has been read to its end since the restore. */
  void reread(String flow) {
    if (on) {
      on = !Transactions.run(source, c -> InstallationStore.reread(c, flow));
    }
  }
}

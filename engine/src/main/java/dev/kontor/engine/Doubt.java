package dev.kontor.engine;

import dev.kontor.engine.backup.Installation;
import dev.kontor.engine.backup.InstallationCheck;
import dev.kontor.engine.backup.InstallationState;
import dev.kontor.engine.backup.InstallationStore;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * After a restore the ledger may have forgotten effects that are in the targets: every create is
 * looked up first until all sources have been read again and what they had is settled.
 */
final class Doubt {

  private final DataSource source;
  private final Installation installation;
  private final Set<String> polled = new TreeSet<>();
  private final Set<String> unread = new TreeSet<>();
  private @Nullable Long lastNotice;
  private @Nullable Long lastEvent;
  private volatile boolean on;

  Doubt(DataSource source, Installation installation) {
    this.source = source;
    this.installation = installation;
  }

  synchronized InstallationCheck start(Collection<FlowLine> lines) {
    InstallationCheck check = installation.check();
    on =
        Transactions.run(source, InstallationStore::read)
            .map(InstallationState::inDoubt)
            .orElse(false);
    if (on) {
      lines.stream()
          .filter(l -> l.config().kind() == FlowKind.ORDERS)
          .map(FlowLine::name)
          .forEach(polled::add);
      unread.addAll(polled);
      Transactions.execute(source, c -> InstallationStore.doubtSources(c, polled));
    }
    return check;
  }

  boolean isOn() {
    return on;
  }

  /** A source has been read to its end since the restore. */
  synchronized void reread(String flow) {
    unread.remove(flow);
    if (on && unread.isEmpty()) {
      on = !Transactions.run(source, c -> ended(c, flow));
    }
  }

  /**
   * Ends the doubt once all that was read is in the targets: first every notice has become events,
   * then every event is finished. A dead letter keeps the doubt, as it may be sent again.
   */
  private boolean ended(Connection connection, String flow) throws SQLException {
    if (lastNotice == null) {
      lastNotice = InstallationStore.lastMessage(connection);
    }
    if (lastEvent == null) {
      if (InstallationStore.hasOpenNotices(connection, lastNotice, polled)) {
        return false;
      }
      lastEvent = InstallationStore.lastMessage(connection);
    }
    if (InstallationStore.hasOpenEvents(connection, lastEvent)) {
      return false;
    }
    InstallationStore.reread(connection, flow);
    for (String name : polled) {
      InstallationStore.reread(connection, name);
    }
    return InstallationStore.read(connection).map(state -> !state.inDoubt()).orElse(true);
  }
}

package dev.kontor.engine.backup;

import dev.kontor.engine.db.Transactions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a copied database from writing as if it were the original: the identity lies both in a file
 * and in the database, and the database remembers on which PostgreSQL it was made.
 */
public final class Installation {
  private final DataSource source;
  private final Path file;

  /**
   * @param file shared by all processes of the installation, never copied with the database
   */
  public Installation(DataSource source, Path file) {
    this.source = source;
    this.file = file;
  }

  /** Compares file and database; on the very first start it makes both. */
  public InstallationCheck check() {
    return Transactions.run(source, this::check);
  }

  /**
   * Makes the database this installation's own, after a person decided so. It stays in doubt: every
   * create is looked up first.
   *
   * @param doubtSince null: from now on, or from an earlier doubt that still stands
   */
  public InstallationState adopt(@Nullable Instant doubtSince) {
    Identity identity =
        Transactions.run(
            source,
            connection -> {
              Identity next = next(connection);
              InstallationStore.create(connection, next);
              InstallationStore.adopt(connection, next, doubtSince);
              return next;
            });
    identity.write(file);
    return Transactions.run(source, InstallationStore::read).orElseThrow();
  }

  private Identity next(Connection connection) throws SQLException {
    Optional<Identity> outside = Identity.read(file);
    int inside = InstallationStore.read(connection).map(InstallationState::epoch).orElse(0);
    UUID id = outside.map(Identity::id).orElseGet(UUID::randomUUID);
    return new Identity(id, Math.max(outside.map(Identity::epoch).orElse(0), inside) + 1);
  }

  private InstallationCheck check(Connection connection) throws SQLException {
    InstallationStore.lock(connection);
    Optional<Identity> outside = Identity.read(file);
    Optional<InstallationState> inside = InstallationStore.read(connection);
    if (inside.isEmpty() && outside.isEmpty()) {
      Identity fresh = new Identity(UUID.randomUUID(), 1);
      fresh.write(file);
      InstallationStore.create(connection, fresh);
      return new InstallationCheck.Ok(InstallationStore.read(connection).orElseThrow());
    }
    if (inside.isEmpty()) {
      // Epoch 0 never matches: an emptied database would send everything again.
      InstallationStore.create(connection, new Identity(outside.orElseThrow().id(), 0));
    }
    InstallationState state = InstallationStore.read(connection).orElseThrow();
    String reason = difference(outside, state, InstallationStore.cluster(connection));
    return reason.isEmpty()
        ? new InstallationCheck.Ok(state)
        : new InstallationCheck.Mismatch(state, reason);
  }

  private String difference(Optional<Identity> outside, InstallationState state, String cluster) {
    if (outside.isEmpty()) {
      return "The database belongs to installation "
          + state.id()
          + ", but "
          + file
          + " is missing: restore the file, or adopt the database as a new installation";
    }
    if (!outside.get().id().equals(state.id())) {
      return "The database belongs to installation "
          + state.id()
          + ", this is "
          + outside.get().id()
          + ": it is a copy; adopt it only if the original is stopped";
    }
    if (state.epoch() == 0) {
      return "The database is empty, but this installation already ran: restore a backup, or adopt"
          + " the empty database to begin anew";
    }
    if (outside.get().epoch() != state.epoch()) {
      return "The database is of epoch "
          + state.epoch()
          + ", the installation of epoch "
          + outside.get().epoch()
          + ": an older copy was put back without ./kontor restore; adopt it to go on";
    }
    return cluster.equals(state.cluster())
        ? ""
        : "The database was copied to another PostgreSQL server; adopt it to go on";
  }
}

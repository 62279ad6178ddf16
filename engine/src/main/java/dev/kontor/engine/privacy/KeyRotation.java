package dev.kontor.engine.privacy;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.db.DatabaseException;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Vault;
import dev.kontor.engine.vault.VaultException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Moves every key to a new master key, also beside running hubs. An old master is dropped from its
 * file only when the database lets nobody wrap a key by it any more; a hub that still has it in
 * front is refused then and reads the file again. Stopped anywhere, it goes on where it was.
 */
public final class KeyRotation {

  /** How far a rotation has come. */
  enum Step {
    /** The new master stands in front of the file, or always stood in the environment. */
    NAMED,
    /** All that was wrapped by older masters is wrapped by the new one. */
    REWRAPPED,
    /** No older master can wrap a key any more. */
    RETIRED,
    /** The file has the new master only. */
    FORGOTTEN
  }

  /**
   * What a rotation did.
   *
   * @param current name of the master key in front
   * @param rewrapped keys moved to it
   * @param retired names of the masters that nothing needs any more
   * @param inEnvironment whether the operator keeps the masters in the environment
   */
  public record Result(
      String current, int rewrapped, List<String> retired, boolean inEnvironment) {}

  private final DataSource source;
  private final Map<String, String> environment;
  private final Path file;
  private final InstantSource clock;
  private final Consumer<Step> watch;

  /**
   * @param environment may name the master keys; then the operator puts the new one in front
   * @param file where they are else
   */
  public KeyRotation(
      DataSource source, Map<String, String> environment, Path file, InstantSource clock) {
    this(source, environment, file, clock, step -> {});
  }

  KeyRotation(
      DataSource source,
      Map<String, String> environment,
      Path file,
      InstantSource clock,
      Consumer<Step> watch) {
    this.source = source;
    this.environment = environment;
    this.file = file;
    this.clock = clock;
    this.watch = watch;
  }

  /**
   * @param by who rotates, for the audit
   * @throws VaultException if another rotation runs, or the environment names no new master
   */
  public Result rotate(String by) {
    return Transactions.run(
        source,
        connection -> {
          if (!RotationStore.elected(connection)) {
            throw new VaultException("Another rotation runs; wait for its end");
          }
          return rotated(by);
        });
  }

  private Result rotated(String by) {
    boolean given = MasterKeys.isIn(environment);
    MasterKeys masters = given ? MasterKeys.load(environment, file) : MasterKeys.rotate(file);
    Vault vault = Vault.open(source, masters, clock);
    watch.accept(Step.NAMED);
    if (given && Transactions.run(source, vault::masters).size() < 2) {
      throw new VaultException(
          "Nothing to rotate to: put a new key in front of "
              + MasterKeys.VARIABLE
              + ", the old one behind it, parted by a comma, and restart every hub first");
    }
    List<String> retired = new ArrayList<>();
    int rewrapped = 0;
    do {
      rewrapped += vault.rewrap();
      watch.accept(Step.REWRAPPED);
    } while (!isRetired(vault, rewrapped, by, retired));
    watch.accept(Step.RETIRED);
    if (!given) {
      MasterKeys.forgetOld(file);
      watch.accept(Step.FORGOTTEN);
    }
    return new Result(masters.current(), rewrapped, List.copyOf(retired), given);
  }

  /** False as long as hubs go on wrapping keys by an older master; they are few and soon moved. */
  private boolean isRetired(Vault vault, int rewrapped, String by, List<String> retired) {
    try {
      return Transactions.run(
          source, connection -> isRetired(connection, vault, rewrapped, by, retired));
    } catch (DatabaseException e) {
      if (e.refersToNothing()) {
        return false;
      }
      throw e;
    }
  }

  private static boolean isRetired(
      Connection connection, Vault vault, int rewrapped, String by, List<String> retired)
      throws SQLException {
    List<String> gone = vault.retireOlderMasters(connection);
    if (!gone.isEmpty()) {
      String details = rewrapped + " keys rewrapped; retired " + String.join(", ", gone);
      new AuditStore(vault)
          .append(
              connection,
              List.of(AuditRow.of("key.rotated", "master keys", details + " (" + by + ")")));
    }
    boolean alone = vault.masters(connection).size() == 1;
    retired.addAll(gone);
    return alone;
  }
}

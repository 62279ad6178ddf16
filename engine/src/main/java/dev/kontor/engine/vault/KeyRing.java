package dev.kontor.engine.vault;

import dev.kontor.engine.db.DatabaseException;
import dev.kontor.engine.db.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Finds, makes, rewraps and destroys keys; what is cached costs no round trip. */
final class KeyRing {
  private static final int REWRAP_BATCH = 1_000;
  private final DataSource source;
  private volatile MasterKeys masters;
  private final KeyCache cache = new KeyCache(System::nanoTime);

  KeyRing(DataSource source, MasterKeys masters) {
    this.source = source;
    this.masters = masters;
    Transactions.execute(source, this::join);
  }

  /** Makes the current master known, if it may be used and all others are at hand. */
  private void join(Connection connection) throws SQLException {
    MasterKeys known = masters;
    for (String other : MasterStore.known(connection)) {
      known.key(other);
    }
    if (MasterStore.isRetired(connection, known.current())) {
      throw retired(known.current());
    }
    MasterStore.register(connection, known.current());
  }

  /**
   * A rotation beside this process may have put another master in front since the keys were read.
   */
  private <T> T withMasters(Supplier<T> work) {
    MasterKeys known = masters;
    try {
      return work.get();
    } catch (MasterMissing unknown) {
      masters = known.again();
      return work.get();
    } catch (DatabaseException e) {
      if (!e.refersToNothing()) {
        throw e;
      }
      masters = known.again();
      if (masters.current().equals(known.current())) {
        throw retired(known.current());
      }
      return work.get();
    }
  }

  private static VaultException retired(String master) {
    return new VaultException(
        "Master key "
            + master
            + " was retired by a rotation; put the current one in front of "
            + MasterKeys.VARIABLE
            + " or of the master key file, and start again");
  }

  /** One key per name, made where there is none yet. */
  Map<KeyName, DataKey> named(Collection<KeyName> names) {
    Map<KeyName, DataKey> found = new HashMap<>();
    Set<KeyName> missing = new LinkedHashSet<>();
    for (KeyName name : names) {
      DataKey cached = cache.get(name);
      if (cached == null) {
        missing.add(name);
      } else {
        found.put(name, cached);
      }
    }
    if (!missing.isEmpty()) {
      withMasters(() -> load(missing)).forEach(key -> found.put(key.name(), key));
    }
    return found;
  }

  DataKey named(KeyName name) {
    DataKey cached = cache.get(name);
    return cached != null ? cached : withMasters(() -> load(Set.of(name))).getFirst();
  }

  /** The keys that still exist; the map lacks those destroyed. */
  Map<Long, DataKey> byId(Collection<Long> ids) {
    Map<Long, DataKey> found = new HashMap<>();
    Set<Long> missing = new HashSet<>();
    for (Long id : ids) {
      DataKey cached = cache.get(id);
      if (cached == null) {
        missing.add(id);
      } else {
        found.put(id, cached);
      }
    }
    if (!missing.isEmpty()) {
      Transactions.run(source, connection -> KeyStore.byId(connection, missing))
          .forEach(wrapped -> found.put(wrapped.id(), withMasters(() -> unwrap(wrapped))));
    }
    return found;
  }

  boolean destroy(KeyName name) {
    boolean existed = Transactions.run(source, c -> KeyStore.destroy(c, name));
    cache.forget(name);
    return existed;
  }

  boolean destroy(Connection connection, KeyName name) throws SQLException {
    boolean existed = KeyStore.destroy(connection, name);
    cache.forget(name);
    return existed;
  }

  List<String> destroyPersons(Connection connection, Collection<Long> ids) throws SQLException {
    List<String> names = KeyStore.destroyPersons(connection, ids);
    cache.clear();
    return names;
  }

  int destroyDaysBefore(Connection connection, LocalDate day) throws SQLException {
    int destroyed = KeyStore.destroyDaysBefore(connection, day);
    cache.clear();
    return destroyed;
  }

  /** Drops cached keys, after somebody else is known to have destroyed some. */
  void forgetAll() {
    cache.clear();
  }

  int rewrap() {
    int all = 0;
    long after = 0;
    List<KeyStore.Wrapped> batch;
    do {
      long from = after;
      batch = Transactions.run(source, connection -> rewrapBatch(connection, from));
      all += batch.size();
      after = batch.isEmpty() ? after : batch.getLast().id();
    } while (!batch.isEmpty());
    return all;
  }

  private List<KeyStore.Wrapped> rewrapBatch(Connection connection, long after)
      throws SQLException {
    List<KeyStore.Wrapped> old =
        KeyStore.notUnder(connection, masters.current(), after, REWRAP_BATCH);
    KeyStore.rewrap(
        connection, old.stream().map(key -> wrap(key.id(), key.name(), secret(key))).toList());
    return old;
  }

  /** See {@link MasterStore#retireOthers}. */
  List<String> retireOthers(Connection connection) throws SQLException {
    return MasterStore.retireOthers(connection, masters.current());
  }

  /** The masters that wrap keys, or might just now. */
  List<String> masters(Connection connection) throws SQLException {
    return MasterStore.known(connection);
  }

  /** Most that are missing here are missing at all: few people order twice within a minute. */
  private List<DataKey> load(Set<KeyName> names) {
    List<KeyStore.Wrapped> fresh =
        names.stream().map(name -> wrap(0, name, Aes.randomKey())).toList();
    List<KeyStore.Wrapped> found =
        new ArrayList<>(
            Transactions.single(source, connection -> KeyStore.make(connection, fresh)));
    Set<KeyName> known = new HashSet<>(names);
    found.forEach(made -> known.remove(made.name()));
    if (!known.isEmpty()) {
      found.addAll(Transactions.single(source, connection -> KeyStore.find(connection, known)));
    }
    return found.stream().map(this::unwrap).toList();
  }

  private KeyStore.Wrapped wrap(long id, KeyName name, byte[] secret) {
    MasterKeys known = masters;
    String master = known.current();
    byte[] wrapped = Aes.seal(known.key(master), name.context(), secret);
    return new KeyStore.Wrapped(id, name, wrapped, master);
  }

  private DataKey unwrap(KeyStore.Wrapped wrapped) {
    DataKey key = new DataKey(wrapped.id(), wrapped.name(), secret(wrapped));
    cache.put(key);
    return key;
  }

  private byte[] secret(KeyStore.Wrapped wrapped) {
    return Aes.open(masters.key(wrapped.master()), wrapped.name().context(), wrapped.bytes());
  }
}

package dev.kontor.engine.vault;

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
import javax.sql.DataSource;

/** Finds, makes, rewraps and destroys keys; what is cached costs no round trip. */
final class KeyRing {
  private static final int REWRAP_BATCH = 1_000;
  private final DataSource source;
  private final MasterKeys masters;
  private final KeyCache cache = new KeyCache(System::nanoTime);

  KeyRing(DataSource source, MasterKeys masters) {
    this.source = source;
    this.masters = masters;
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
      load(missing).forEach(key -> found.put(key.name(), key));
    }
    return found;
  }

  DataKey named(KeyName name) {
    DataKey cached = cache.get(name);
    return cached != null ? cached : load(Set.of(name)).getFirst();
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
          .forEach(wrapped -> found.put(wrapped.id(), unwrap(wrapped)));
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
    int batch;
    do {
      batch = Transactions.run(source, this::rewrapBatch);
      all += batch;
    } while (batch > 0);
    return all;
  }

  private int rewrapBatch(Connection connection) throws SQLException {
    List<KeyStore.Wrapped> old = KeyStore.notUnder(connection, masters.current(), REWRAP_BATCH);
    KeyStore.rewrap(
        connection, old.stream().map(key -> wrap(key.id(), key.name(), secret(key))).toList());
    return old.size();
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
    String master = masters.current();
    byte[] wrapped = Aes.seal(masters.key(master), name.context(), secret);
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

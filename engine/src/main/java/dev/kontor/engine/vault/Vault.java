package dev.kontor.engine.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens payloads. Door bodies are sealed under the UTC day's key; anything that tells
 * about a person under a key of its own, wrapped by the person's key; the rest under a common key.
 */
public final class Vault {
  private static final int WRAPPED_KEY_BYTES = Aes.KEY_BYTES + Aes.OVERHEAD;
  private final KeyRing keys;
  private final InstantSource clock;
  private final BlindIndex blindIndex;
  private final byte[] hashKey;

  private Vault(KeyRing keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
    this.blindIndex = new BlindIndex(secret("index"));
    this.hashKey = secret("hash");
  }

  /**
   * @param source a pool other than the one whose transactions call this vault, because a new key
   *     is committed on its own
   * @throws VaultException if the keys in the database were wrapped by another master key
   */
  public static Vault open(DataSource source, MasterKeys masters, InstantSource clock) {
    return new Vault(new KeyRing(source, masters), clock);
  }

  /** Search terms of this installation. */
  public BlindIndex blindIndex() {
    return blindIndex;
  }

  /**
   * An HMAC under this installation's hash key.
   *
   * @param purpose keeps hashes of equal content for different ends apart
   */
  public byte[] keyedHash(String purpose, byte[] content) {
    return Aes.hmac(hashKey, purpose.getBytes(StandardCharsets.UTF_8), new byte[] {0}, content);
  }

  /** A lasting secret of 32 bytes of this installation, made at first use. */
  public byte[] secret(String name) {
    return keys.named(KeyName.plain(KeyName.Kind.SECRET, name)).secret().clone();
  }

  /** Seals one payload; see {@link #sealAll}. */
  public Sealed seal(PayloadClass kind, @Nullable String person, byte[] plain) {
    return sealAll(List.of(new Plain(kind, person, plain))).getFirst();
  }

  /** Seals in order; missing keys of the whole batch cost one transaction, cached ones none. */
  public List<Sealed> sealAll(List<Plain> batch) {
    List<KeyName> names = batch.stream().map(this::keyOf).toList();
    Map<KeyName, DataKey> found = keys.named(new HashSet<>(names));
    return IntStream.range(0, batch.size())
        .mapToObj(i -> seal(batch.get(i), lookUp(found, names.get(i))))
        .toList();
  }

  /**
   * Opens one payload.
   *
   * @throws KeyGone if the person was erased or the day's key dropped
   * @throws VaultException if the bytes were changed
   */
  public byte[] open(Sealed sealed) {
    DataKey key = keys.byId(Set.of(sealed.keyId())).get(sealed.keyId());
    if (key == null) {
      throw new KeyGone("Key " + sealed.keyId() + " was destroyed; its payloads are unreadable");
    }
    return open(sealed, key);
  }

  /** Opens in order; an element whose key is gone is empty. */
  public List<Optional<byte[]>> openAll(List<Sealed> batch) {
    Map<Long, DataKey> found =
        keys.byId(batch.stream().map(Sealed::keyId).collect(Collectors.toSet()));
    return batch.stream()
        .map(p -> Optional.ofNullable(found.get(p.keyId())).map(key -> open(p, key)))
        .toList();
  }

  /** Whether the sealed bytes are those once sealed here; needs no key but the hash key. */
  public boolean intact(Sealed sealed) {
    return MessageDigest.isEqual(
        sealed.keyedHash(), payloadHash(sealed.kind(), sealed.keyId(), sealed.bytes()));
  }

  /**
   * Destroys the person's key and search terms: every payload about the person is unreadable, here
   * at once and in other processes within a minute.
   *
   * @return false if nothing is stored about the person
   */
  public boolean erase(String person) {
    return keys.destroy(personKey(person));
  }

  /**
   * As {@link #erase(String)} in the caller's transaction, so that its audit row commits with it;
   * if that rolls back, the key is read again at next use.
   */
  public boolean erase(Connection connection, String person) throws SQLException {
    return keys.destroy(connection, personKey(person));
  }

  /**
   * Destroys keys of persons with their search terms, in the caller's transaction, as {@link
   * #erase(Connection, String)} does one.
   *
   * @return their names: keyed hashes under which they would be made anew
   */
  public List<String> erase(Connection connection, Collection<Long> personKeys)
      throws SQLException {
    return keys.destroyPersons(connection, personKeys);
  }

  /** The ids of those persons' keys there are; none is made. */
  public Set<Long> existingKeys(Connection connection, Collection<String> persons)
      throws SQLException {
    return KeyStore.find(connection, persons.stream().map(this::personKey).toList()).stream()
        .map(KeyStore.Wrapped::id)
        .collect(Collectors.toSet());
  }

  /**
   * The ids of persons' keys, on which search terms hang; those missing are made in one
   * transaction, cached ones cost none.
   */
  public Map<String, Long> personKeyIds(Set<String> persons) {
    Map<KeyName, DataKey> found =
        keys.named(persons.stream().map(this::personKey).collect(Collectors.toSet()));
    return persons.stream()
        .collect(
            Collectors.toMap(person -> person, person -> lookUp(found, personKey(person)).id()));
  }

  /**
   * Makes door bodies of earlier days unreadable, in the caller's transaction, so that its audit
   * row commits with it.
   *
   * @return number of day keys destroyed
   */
  public int dropDayKeys(Connection connection, LocalDate before) throws SQLException {
    return keys.destroyDaysBefore(connection, before);
  }

  /**
   * Moves every key to the current master key. Beside other processes more may be wrapped by an
   * older one meanwhile.
   *
   * @return number of keys rewrapped
   */
  public int rewrap() {
    return keys.rewrap();
  }

  /**
   * Lets the older master keys go that wrap no key, in the caller's transaction; none of them will
   * ever wrap one again.
   *
   * @return their names
   * @throws SQLException if another process has one wrap a key at this moment; rewrap again
   */
  public List<String> retireOlderMasters(Connection connection) throws SQLException {
    return keys.retireOthers(connection);
  }

  /** Names of the master keys that are not retired. */
  public List<String> masters(Connection connection) throws SQLException {
    return keys.masters(connection);
  }

  /** Forgets cached keys, after a key used here turned out to be destroyed. */
  public void forgetCachedKeys() {
    keys.forgetAll();
  }

  private KeyName keyOf(Plain plain) {
    if (plain.kind() == PayloadClass.DOOR) {
      return KeyName.day(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
    String person = plain.person();
    return person == null ? KeyName.plain(KeyName.Kind.COMMON, "documents") : personKey(person);
  }

  private KeyName personKey(String person) {
    return KeyName.of(KeyName.Kind.PERSON, blindIndex.of("person", person));
  }

  private static DataKey lookUp(Map<KeyName, DataKey> found, KeyName name) {
    DataKey key = found.get(name);
    if (key == null) {
      throw new VaultException("A key was destroyed while it was being made; repeat the call");
    }
    return key;
  }

  private Sealed seal(Plain plain, DataKey key) {
    byte[] context = context(plain.kind(), key.id());
    byte[] bytes =
        key.name().kind() == KeyName.Kind.PERSON
            ? sealUnderOwnKey(key, context, plain.bytes())
            : Aes.seal(key.secret(), context, plain.bytes());
    return new Sealed(plain.kind(), bytes, key.id(), payloadHash(plain.kind(), key.id(), bytes));
  }

  private static byte[] sealUnderOwnKey(DataKey person, byte[] context, byte[] plain) {
    byte[] own = Aes.randomKey();
    byte[] wrapped = Aes.seal(person.secret(), context, own);
    byte[] body = Aes.seal(own, context, plain);
    byte[] both = Arrays.copyOf(wrapped, wrapped.length + body.length);
    System.arraycopy(body, 0, both, wrapped.length, body.length);
    return both;
  }

  private static byte[] open(Sealed sealed, DataKey key) {
    byte[] context = context(sealed.kind(), key.id());
    if (key.name().kind() != KeyName.Kind.PERSON) {
      return Aes.open(key.secret(), context, sealed.bytes());
    }
    byte[] bytes = sealed.bytes();
    if (bytes.length < WRAPPED_KEY_BYTES) {
      throw new VaultException("Sealed bytes are cut off");
    }
    byte[] own = Aes.open(key.secret(), context, Arrays.copyOf(bytes, WRAPPED_KEY_BYTES));
    return Aes.open(own, context, Arrays.copyOfRange(bytes, WRAPPED_KEY_BYTES, bytes.length));
  }

  private static byte[] context(PayloadClass kind, long keyId) {
    return (kind + "|" + keyId).getBytes(StandardCharsets.US_ASCII);
  }

  private byte[] payloadHash(PayloadClass kind, long keyId, byte[] bytes) {
    return Aes.hmac(
        hashKey, "payload|".getBytes(StandardCharsets.US_ASCII), context(kind, keyId), bytes);
  }
}
